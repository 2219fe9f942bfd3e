import { randomUUID } from 'node:crypto';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import { config } from '../runtime/config.ts';
import type { Attempt } from '../values/attempt.ts';
import { requireFresh } from '../values/etag.ts';
import { Failure } from '../values/failure.ts';
import { fold } from '../values/fold.ts';
import type { Page, Slice } from '../values/page.ts';
import { requireDeletable, verify } from './rules.ts';
import type { Claims, NewUser, User, UserChanges, UserFilter, Verification } from './schema.ts';
import * as store from './store/accounts.ts';
import { toUser } from './store/items.ts';

/** Creates an account. @throws Failure `email_deja_utilise` */
export const createUser = (input: NewUser, attempt?: Attempt): Promise<User> =>
  store.insertUser({ id: randomUUID(), ...input, date_creation: new Date().toISOString() }, attempt);

/** Reads an account. @throws Failure `utilisateur_introuvable` */
export const getUser = async (id: string): Promise<User> => toUser(await existing(id));

/** Lists accounts by nom, then prenom. `nom` is the start of the name, `email` is the whole address. */
export async function listUsers({ nom, email }: UserFilter, slice: Slice): Promise<Page<User>> {
  if (email === undefined) return store.queryUsers({ nom }, slice);
  const account = await store.readAccountByEmail(email);
  const matches = account && (nom === undefined || fold(account.nom).startsWith(fold(nom)));
  return { elements: matches ? [toUser(account)] : [], next: undefined };
}

/** Changes an account. @throws Failure `utilisateur_introuvable`, `version_perimee`, `email_deja_utilise` */
export const updateUser = (id: string, changes: UserChanges, ifMatch?: string): Promise<User> =>
  retryOnConflict(async () => {
    const seen = await existing(id);
    requireFresh(ifMatch, toUser(seen));
    const user: User = { ...toUser(seen), ...(changes as Partial<User>) };
    await store.replaceUser(seen, user);
    return user;
  });

/** Deletes an account with its history. @throws Failure `utilisateur_introuvable`, `version_perimee`, `suppression_refusee` */
export const deleteUser = (id: string, ifMatch?: string): Promise<void> =>
  retryOnConflict(async () => {
    const account = await store.readAccount(id);
    if (!account) {
      if (await store.isBeingDeleted(id)) return store.finishDeletion(id);
      throw new Failure('utilisateur_introuvable');
    }
    requireFresh(ifMatch, toUser(account));
    requireDeletable(account);
    return store.deleteAccount(account);
  });

export interface Sweep {
  suppressions_terminees: number;
}

/**
 * Finishes the deletions that were cut off. It may run often, and several times at once.
 * @param until instant in milliseconds at which to stop; the next run goes on
 */
export async function sweep(until: number): Promise<Sweep> {
  const report: Sweep = { suppressions_terminees: 0 };
  for await (const id of store.deletionsInProgress()) {
    if (Date.now() >= until) break;
    await store.finishDeletion(id);
    report.suppressions_terminees += 1;
  }
  return report;
}

/** Tells whether a person may borrow and is who they say, in one read. @throws Failure `utilisateur_introuvable` */
export const verifyUser = async (id: string, claims: Claims): Promise<Verification> =>
  verify(await existing(id), claims, config.policy, today());

async function existing(id: string) {
  const account = await store.readAccount(id);
  if (!account) throw new Failure('utilisateur_introuvable');
  return account;
}
