import { randomUUID } from 'node:crypto';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import { policy } from '../runtime/config.ts';
import type { Attempt } from '../values/attempt.ts';
import { requireFresh } from '../values/etag.ts';
import { fold } from '../values/fold.ts';
import type { Page, Slice } from '../values/page.ts';
import { codes, type Refuses } from './codes.ts';
import { verify } from './rules.ts';
import type { Claims, NewUser, User, UserChanges, UserFilter, Verification } from './schema.ts';
import * as store from './store/accounts.ts';
import { toUser } from './store/items.ts';

/** Creates an account. */
export const createUser = (
  input: NewUser,
  attempt: Attempt | undefined,
  refuse: Refuses<'emailTaken'>,
): Promise<User> =>
  store.insertUser({ id: randomUUID(), ...input, date_creation: new Date().toISOString() }, attempt, refuse);

/** Reads an account. */
export const getUser = async (id: string, refuse: Refuses<'userNotFound'>): Promise<User> =>
  toUser((await store.readAccount(id)) ?? refuse(codes.userNotFound));

/** Lists accounts by nom, then prenom. `nom` is the start of the name, `email` is the whole address. */
export async function listUsers({ nom, email }: UserFilter, slice: Slice): Promise<Page<User>> {
  if (email === undefined) return store.queryUsers({ nom }, slice);
  const account = await store.readAccountByEmail(email);
  const matches = account && (nom === undefined || fold(account.nom).startsWith(fold(nom)));
  return { elements: matches ? [toUser(account)] : [], next: undefined };
}

/** Changes an account. @throws Failure `version_perimee` */
export const updateUser = (
  id: string,
  changes: UserChanges,
  ifMatch: string | undefined,
  refuse: Refuses<'userNotFound' | 'emailTaken'>,
): Promise<User> =>
  retryOnConflict(async () => {
    const seen = (await store.readAccount(id)) ?? refuse(codes.userNotFound);
    requireFresh(ifMatch, toUser(seen));
    const user: User = { ...toUser(seen), ...(changes as Partial<User>) };
    await store.replaceUser(seen, user, refuse);
    return user;
  });

/** Tells whether a person may borrow and is who they say, in one read. */
export const verifyUser = async (id: string, claims: Claims, refuse: Refuses<'userNotFound'>): Promise<Verification> =>
  verify((await store.readAccount(id)) ?? refuse(codes.userNotFound), claims, policy, today());
