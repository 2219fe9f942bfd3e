import { remark } from './log.ts';

/** Does a piece of work of a run. @returns its outcome; `otherwise` when it fails, which ends nothing else */
export type TryOne = <T, const Other>(work: () => Promise<T>, otherwise: Other) => Promise<T | Other>;

/**
 * Makes a run over many things, of which one that fails keeps none of the others from being done.
 * @param message what is remarked of a run in which something has failed, beside the figures of its report
 * @param run takes `fail` for a failure that no piece of work throws
 * @returns the report of a run in which nothing has failed
 * @throws the first failure, once all else was tried
 * @example
 * tryAll('a run has left some', async (tryOne) => {
 *   const report = { done: 0, left: 0 };
 *   for (const one of all) report[await tryOne(() => finish(one), 'left')] += 1;
 *   return report;
 * });
 */
export async function tryAll<Report extends object>(
  message: string,
  run: (tryOne: TryOne, fail: (failure: unknown) => void) => Promise<Report>,
): Promise<Report> {
  const failures: unknown[] = [];
  const fail = (failure: unknown): void => void failures.push(failure);
  const tryOne: TryOne = (work, otherwise) =>
    work().catch((failure: unknown) => {
      fail(failure);
      return otherwise;
    });
  const report = await run(tryOne, fail);
  if (failures.length === 0) return report;
  remark(message, { failures: failures.length, ...report });
  throw failures[0];
}
