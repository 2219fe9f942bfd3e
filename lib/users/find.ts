import * as z from 'zod/mini';
import { compareBytes } from '../values/bytes.ts';
import type { Page, Slice } from '../values/page.ts';
import { idIn } from '../values/search.ts';
import { hasNom, hasWords, nameOrder, searchOf } from './names.ts';
import { User } from './schema.ts';
import type { UserFilter } from './schema-requests.ts';
import { readAccounts, readOwner } from './store/accounts.ts';
import { searchDirectory } from './store/directory.ts';
import { type AccountItem, cardKey, emailKey, toUser } from './store/items.ts';

/** What is asked, with what `q` may be besides words of a name. */
const asked = ({ q, ...filter }: UserFilter) => ({
  ...filter,
  search: searchOf({ q, nom: filter.nom }),
  anyEmail: z.safeParse(User.shape.email, q).data,
  anyCard: z.safeParse(User.shape.adhesion.shape.numero_carte, q).data,
});
type Asked = ReturnType<typeof asked>;

const isDirect = ({ email, adhesion }: User, { anyEmail, anyCard }: Asked): boolean =>
  (anyEmail !== undefined && email === anyEmail) || adhesion.numero_carte === anyCard;

const matches = (user: User, filter: Asked): boolean =>
  hasNom(user, filter.search) &&
  (hasWords(user, filter.search) || isDirect(user, filter)) &&
  (filter.email === undefined || user.email === filter.email) &&
  (filter.carte === undefined || user.adhesion.numero_carte === filter.carte);

/** Reads the one account that has this e-mail or this card. */
const ownerOf = (
  email: string | null | undefined,
  card: string | undefined,
): Promise<AccountItem | undefined> | undefined => {
  if (email) return readOwner(emailKey(email));
  return card === undefined ? undefined : readOwner(cardKey(card));
};

/** Lists accounts by nom, then prenom. Without any filter it lists all. */
export async function listUsers(filter: UserFilter, slice: Slice): Promise<Page<User>> {
  const wanted = asked(filter);
  const one = await ownerOf(filter.email, filter.carte);
  if (filter.email !== undefined || filter.carte !== undefined)
    return { elements: one && matches(one, wanted) ? [toUser(one)] : [], next: undefined };
  const [{ found, until }, direct] = await Promise.all([
    searchDirectory(wanted.search, slice),
    ownerOf(wanted.anyEmail, wanted.anyCard),
  ]);
  const places = direct && matches(direct, wanted) ? withPlace(found, nameOrder(direct), until, slice) : found;
  const page = places.slice(0, slice.limit);
  const accounts = page.length > 0 ? await readAccounts(page.map(idIn)) : [];
  return {
    // An account may be gone or renamed since the directory was read.
    elements: accounts.flatMap((account, n) =>
      account && nameOrder(account) === page[n] && matches(account, wanted) ? [toUser(account)] : [],
    ),
    next: places.length > slice.limit ? page.at(-1) : until,
  };
}

/** Puts the place of the one who was found otherwise among those of the page, if it is on this page. */
function withPlace(found: string[], place: string, until: string | undefined, { after }: Slice): string[] {
  const isAfter = after === undefined || compareBytes(place, after) > 0;
  const isBefore = until === undefined || compareBytes(place, until) <= 0;
  return isAfter && isBefore ? [...new Set([...found, place])].sort(compareBytes) : found;
}
