import { setTimeout as sleep } from 'node:timers/promises';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import { remark } from '../runtime/log.ts';
import { requireFresh } from '../values/etag.ts';
import { Failure } from '../values/failure.ts';
import { codes, type Refuses } from './codes.ts';
import { forgetPerson } from './peers.ts';
import { requireDeletable } from './rules.ts';
import { deleteAccount, readAccount } from './store/accounts.ts';
import { deleteMark, type Mark, marks, removeTraces } from './store/deletion.ts';
import { toUser } from './store/items.ts';

/**
 * Deletes an account, in one write: it is gone for everybody, and a mark says so. What else leads to the person, in any
 * service, is deleted then; should that not be possible now, the sweep does it, and the answer stands.
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
 * @returns how many loans still lead to the person
 */
async function finish(id: string): Promise<number> {
  await removeTraces(id);
  return forgetPerson(id);
}

/** On AWS an index follows its table after a moment: a loan that came back just before the deletion is in it by then. */
const INDEX_MS = 2_000;

/**
 * Finishes the deletions. It may run often, and several times at once. A mark goes last, once nothing leads to the person
 * any more, so that one that is left is a deletion for the next run.
 * @param until instant in milliseconds at which to stop
 * @throws the first failure, once all other deletions were tried
 */
export async function sweep(until: number) {
  const report = { suppressions_terminees: 0, suppressions_restantes: 0 };
  const failures: unknown[] = [];
  for await (const mark of marks()) {
    if (Date.now() >= until) break;
    const isFinished = await finishMarked(mark).catch((failure: unknown) => {
      failures.push(failure);
      return false;
    });
    report[isFinished ? 'suppressions_terminees' : 'suppressions_restantes'] += 1;
  }
  if (failures.length === 0) return report;
  remark('a run of the sweep has left some deletions to the next', { failures: failures.length, ...report });
  throw failures[0];
}

/** @returns false when a loan in the middle of something, or want of time, leaves the deletion to the next run */
async function finishMarked({ id, depuis }: Mark): Promise<boolean> {
  const age = Date.now() - Date.parse(depuis);
  if (age < INDEX_MS) await sleep(INDEX_MS - age);
  if ((await finish(id)) > 0) return false;
  await deleteMark(id);
  return true;
}
