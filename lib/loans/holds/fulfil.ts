import { Moved } from '../../aws/dynamodb/retry.ts';
import { finishOrLeave } from '../process.ts';
import type { Moment } from '../record.ts';
import { type HoldTransitItem, putHold, readHold } from '../store/holds.ts';
import type { Also } from '../store/records.ts';
import { HOLDS } from './process.ts';
import { closing, isOpen } from './record.ts';

/**
 * Has a loan close the hold that it fulfils in its own last write. A hold that was closed meanwhile is left alone.
 * @param titre the title's name, as the loan has it
 * @param write writes the loan's record with these steps
 * @throws Moved when it is the loan's record that has moved
 */
export async function fulfilling(
  holdId: string | undefined,
  titre: string,
  moment: Moment,
  write: (steps: Also) => Promise<void>,
): Promise<void> {
  for (let last: number | undefined; ; ) {
    const seen = holdId === undefined ? undefined : await readHold(holdId);
    // One of which the placing has still to be recorded has its place already.
    if (!seen || !(isOpen(seen) || seen.statut === 'pose')) return write([]);
    if (seen.version === last) throw new Moved();
    const over = closing(seen, 'honoree', titre, moment);
    try {
      await write([putHold(seen, over)]);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      last = seen.version;
      continue;
    }
    const begun: HoldTransitItem = { ...seen, ...over, version: seen.version + 1 };
    return finishOrLeave(HOLDS, begun);
  }
}
