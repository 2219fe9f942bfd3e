import { retryOnConflict } from '../../aws/dynamodb/retry.ts';
import { tryAll } from '../../runtime/try-all.ts';
import { thisMoment } from '../moment.ts';
import { finish } from '../process.ts';
import type { SettledTitles } from '../schema-commands.ts';
import { readHold, writeHold } from '../store/holds.ts';
import { askQueued, leaveQueue, settleTitles } from './peers.ts';
import { HOLDS } from './process.ts';
import { closing, isOpen } from './record.ts';

type Expired = SettledTitles['expirees'][number];

/**
 * Sees to what happens to holds by itself: it closes those that were not fetched in time, and ends the suspensions that
 * are over. Titles show both from their day on; this makes it last. It may run often, and several times at once.
 * @param until instant in milliseconds at which to stop
 * @throws the first failure, once all else was tried
 */
export const sweepHolds = (until: number) =>
  tryAll('a run of the sweep has left some holds to the next', async (tryOne) => {
    const report = { expirees: 0, restantes: 0 };
    for await (const expired of settleTitles()) {
      for (const one of expired) {
        const isClosed = Date.now() < until && (await tryOne(() => expire(one), false));
        report[isClosed ? 'expirees' : 'restantes'] += 1;
      }
      if (Date.now() >= until) break;
    }
    return report;
  });

/** Closes a hold that has expired. @returns false when it is in the middle of something */
const expire = ({ id, livre_id }: Expired): Promise<boolean> =>
  retryOnConflict(async () => {
    const seen = await readHold(id);
    if (!seen) {
      // Nothing is recorded of it any more: its title lets it go.
      await leaveQueue({ id, livre_id });
      return true;
    }
    if (!isOpen(seen)) return seen.transit === null;
    const queued = await askQueued(seen);
    if (queued?.statut !== 'expiree') return false;
    const over = closing(seen, 'expiree', queued.titre, thisMoment(), queued.date_limite);
    await finish(HOLDS, await writeHold(seen, over));
    return true;
  });
