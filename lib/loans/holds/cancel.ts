import { once } from '../../aws/dynamodb/idempotency.ts';
import { retryOnConflict } from '../../aws/dynamodb/retry.ts';
import type { Attempt } from '../../values/attempt.ts';
import { codes, type Refuses } from '../codes.ts';
import { thisMoment } from '../moment.ts';
import { finishOrLeave } from '../process.ts';
import { type HoldTransitItem, writeHold } from '../store/holds.ts';
import { TABLE } from '../store/items.ts';
import { holdOn } from '../views.ts';
import { askQueued } from './peers.ts';
import { HOLDS } from './process.ts';
import { readPlaced } from './read.ts';
import { closing, isOpen } from './record.ts';
import type { Hold } from './schema.ts';

/**
 * Cancels a hold, in four writes: the record, the person's slot and the place in the queue at once, the record again.
 * It is over with the first; should the others not be possible now, the reconciler makes them, and the answer stands.
 */
export async function cancelHold(
  id: string,
  attempt: Attempt | undefined,
  refuse: Refuses<'holdNotFound' | 'cancelRefused'>,
): Promise<Hold> {
  const moment = thisMoment();
  let begun: HoldTransitItem | undefined;
  const view = await once<Hold>(TABLE, attempt, (claim) =>
    retryOnConflict(async () => {
      const seen = (await readPlaced(id)) ?? refuse(codes.holdNotFound);
      const queued = isOpen(seen) ? await askQueued(seen) : undefined;
      const isOver = !isOpen(seen) || queued?.statut === 'expiree';
      if (isOver) return refuse({ ...codes.cancelRefused, motifs: ['reservation_close'] });
      const over = closing(seen, 'annulee', queued?.titre ?? seen.titre, moment);
      const answer = holdOn(over, undefined);
      begun = await writeHold(seen, over, {
        also: claim.end(answer, [seen.utilisateur_id]),
        isDone: ({ transit }) => transit?.operation === moment.operation,
      });
      return answer;
    }),
  );
  if (begun) await finishOrLeave(HOLDS, begun);
  return view;
}
