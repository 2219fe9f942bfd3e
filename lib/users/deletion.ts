import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import { remark } from '../runtime/log.ts';
import { tryAll } from '../runtime/try-all.ts';
import { requireFresh } from '../values/etag.ts';
import { Failure } from '../values/failure.ts';
import { codes, type Refuses } from './codes.ts';
import { forgetPerson } from './peers.ts';
import { requireDeletable } from './rules.ts';
import { deleteAccount, readAccount } from './store/accounts.ts';
import { deleteMark, type Mark, marks, removeTraces } from './store/deletion.ts';
import { toUser } from './store/items.ts';

/**
 * Deletes an account, in one write: it is gone for every caller, and a mark says so. What else leads to the person, in
 * any service, is deleted then; should that not be possible now, the sweep does it, and the answer stands.
 * @throws Failure `version_perimee`
 */
export async function deleteUser(
  id: string,
  ifMatch: string | undefined,
  refuse: Refuses<'userNotFound' | 'deletionRefused'>,
): Promise<void> {
  await retryOnConflict(async () => {
    const account = (await readAccount(id)) ?? refuse(codes.userNotFound);
    requireFresh(ifMatch, toUser(account));
    requireDeletable(account, refuse);
    await deleteAccount(account);
  });
  await finish(id).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    remark('a deletion is left to the sweep', { code: error.code });
  });
}

/**
 * Deletes what still leads to a person whose account is gone: it may be repeated, and done several times at once.
 * @returns how many loans and holds were found that led to the person, and how many of them still do
 */
async function finish(id: string) {
  await removeTraces(id);
  return forgetPerson(id);
}

/**
 * A mark goes when it is so old, in milliseconds. On AWS an index follows its table, after a moment or, when it is
 * throttled, after minutes: a loan that came back just before the deletion is in it by then.
 */
export const MARK_MS = 15 * 60_000;

/**
 * Finishes the deletions. It may run often, and several times at once. What leads to a person goes at once; the mark
 * goes last, with a run that finds nothing when no index can be behind any more. Until then each run looks again.
 * @param until instant in milliseconds at which to stop
 * @returns how many marks went, how many wait though nothing leads to their person any more, and how many deletions
 * are left to the next run
 * @throws the first failure, once all other deletions were tried
 */
export const sweep = (until: number) =>
  tryAll('a run of the sweep has left some deletions to the next', async (tryOne) => {
    const report = { suppressions_terminees: 0, marques_en_attente: 0, suppressions_restantes: 0 };
    for await (const mark of marks()) {
      if (Date.now() >= until) break;
      report[await tryOne(() => finishMarked(mark), 'suppressions_restantes')] += 1;
    }
    return report;
  });

/** @returns the figure of the report that counts the deletion: one is left when a loan is in the middle of something */
async function finishMarked({ id, depuis }: Mark) {
  const isOld = Date.now() - Date.parse(depuis) >= MARK_MS;
  const { trouves, restants } = await finish(id);
  if (restants > 0) return 'suppressions_restantes';
  if (!isOld || trouves > 0) return 'marques_en_attente';
  await deleteMark(id);
  return 'suppressions_terminees';
}
