import { randomUUID } from 'node:crypto';
import { Moved, retryOnConflict } from '../aws/dynamodb/retry.ts';
import { isBlocked } from '../policy/borrowing.ts';
import { today } from '../runtime/clock.ts';
import { policy } from '../runtime/policy.ts';
import type { Attempt } from '../values/attempt.ts';
import { requireFresh } from '../values/etag.ts';
import { newCardNumber } from './cards.ts';
import { codes, type Refuses } from './codes.ts';
import { requireBorn, requireIndependent, requirePlausible, verify } from './rules.ts';
import type { User, Verification } from './schema.ts';
import type { Claims, NewBlock, NewUser, UserChanges } from './schema-requests.ts';
import * as store from './store/accounts.ts';
import { toUser } from './store/items.ts';

/** Creates an account. A card number that is not given is made. @throws Failure `requete_invalide` */
export const createUser = (
  { adhesion: { numero_carte: asked, ...adhesion }, ...input }: NewUser,
  attempt: Attempt | undefined,
  refuse: Refuses<'emailTaken' | 'cardTaken' | 'responsibleRefused'>,
): Promise<User> => {
  requireBorn(adhesion, today());
  const [id, date_creation] = [randomUUID(), new Date().toISOString()];
  const taken = () => (asked === undefined ? new Moved() : refuse(codes.cardTaken));
  return retryOnConflict(() => {
    const membership = { numero_carte: asked ?? newCardNumber(), ...adhesion, blocage: null };
    return store.insertUser({ id, ...input, date_creation, adhesion: membership }, attempt, refuse, taken);
  });
};

/** Reads an account. */
export const getUser = async (id: string, refuse: Refuses<'userNotFound'>): Promise<User> =>
  toUser((await store.readAccount(id)) ?? refuse(codes.userNotFound));

/** Changes an account. @throws Failure `version_perimee`, `requete_invalide` */
export const updateUser = (
  id: string,
  { adhesion, ...changes }: UserChanges,
  ifMatch: string | undefined,
  refuse: Refuses<'userNotFound' | 'emailTaken' | 'cardTaken' | 'responsibleRefused'>,
): Promise<User> =>
  retryOnConflict(async () => {
    const seen = await readFresh(id, ifMatch, refuse);
    const former = toUser(seen);
    const user = { ...former, ...changes, adhesion: { ...former.adhesion, ...adhesion } } as User;
    requirePlausible(user, today());
    requireIndependent(user, seen.a_charge, refuse);
    await store.replaceUser(seen, user, refuse);
    return user;
  });

/**
 * Blocks an account from today on, or unblocks it. A block that lasts keeps its first day.
 * @throws Failure `version_perimee`
 */
export const blockUser = (
  id: string,
  block: NewBlock | null,
  ifMatch: string | undefined,
  refuse: Refuses<'userNotFound'>,
): Promise<User> =>
  retryOnConflict(async () => {
    const seen = await readFresh(id, ifMatch, refuse);
    const { adhesion, ...user } = toUser(seen);
    const depuis = isBlocked(adhesion, today()) ? (adhesion.blocage?.depuis as string) : today();
    const blocage = block && { motif: block.motif, depuis, jusqu_au: block.jusqu_au };
    const next: User = { ...user, adhesion: { ...adhesion, blocage } };
    await store.writeAccount(seen, next);
    return next;
  });

async function readFresh(id: string, ifMatch: string | undefined, refuse: Refuses<'userNotFound'>) {
  const account = (await store.readAccount(id)) ?? refuse(codes.userNotFound);
  requireFresh(ifMatch, toUser(account));
  return account;
}

/** Tells whether a person may borrow and is who they say, in one read. */
export const verifyUser = async (id: string, claims: Claims, refuse: Refuses<'userNotFound'>): Promise<Verification> =>
  verify((await store.readAccount(id)) ?? refuse(codes.userNotFound), claims, policy, today());
