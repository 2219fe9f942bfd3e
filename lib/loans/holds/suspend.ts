import { type Claim, once } from '../../aws/dynamodb/idempotency.ts';
import { Moved, retryOnConflict } from '../../aws/dynamodb/retry.ts';
import { today } from '../../runtime/clock.ts';
import type { Attempt } from '../../values/attempt.ts';
import { Failure } from '../../values/failure.ts';
import { codes, type Refuses } from '../codes.ts';
import type { TitledHold } from '../schema-commands.ts';
import { readHold, writeHold } from '../store/holds.ts';
import { type HoldItem, TABLE } from '../store/items.ts';
import { holdOn } from '../views.ts';
import { askQueue, askQueued, suspendHold } from './peers.ts';
import { readPlaced } from './read.ts';
import { isOpen } from './record.ts';
import type { Hold } from './schema.ts';

/** Suspends a hold until that day, or resumes it. @param until `null` to resume. @throws Failure `requete_invalide` */
export function suspendUntil(
  id: string,
  until: string | null,
  attempt: Attempt | undefined,
  refuse: Refuses<'holdNotFound' | 'suspensionRefused'>,
): Promise<Hold> {
  return once<Hold>(TABLE, attempt, async (claim) => {
    // A repetition gets the first answer, on a later day as well.
    if (until !== null && until < today())
      throw new Failure('requete_invalide', { erreurs: [{ chemin: 'jusqu_au', message: 'ne doit pas être passé' }] });
    return retryOnConflict(async () => {
      const hold = (await readPlaced(id)) ?? refuse(codes.holdNotFound);
      const queue = isOpen(hold) ? await askQueue(hold.livre_id) : undefined;
      const now = queue?.holds.find((one) => one.id === id);
      const motif = motifOf(hold, now);
      if (motif) return refuse({ ...codes.suspensionRefused, motifs: [motif] });
      // A loan that is being made has taken it out of the queue: it comes back, or is fulfilled.
      if (!queue || !now || !(await suspendHold(hold, until, queue.version))) throw new Moved();
      const answer = holdOn(hold, await askQueued(hold));
      await record(claim, hold, answer);
      return answer;
    });
  });
}

/** Tells what keeps a hold from being suspended or resumed. */
function motifOf(hold: HoldItem, queued: TitledHold | undefined) {
  if (!isOpen(hold) || queued?.statut === 'expiree') return 'reservation_close' as const;
  return queued?.statut === 'mise_de_cote' ? ('reservation_mise_de_cote' as const) : undefined;
}

/** Records the answer under its key, if it has one, with the record: while that is open, its person has an account. */
function record(claim: Claim<Hold>, { id, utilisateur_id }: HoldItem, answer: Hold): Promise<void> {
  const also = claim.end(answer, [utilisateur_id]);
  return retryOnConflict(async () => {
    const hold = also.length > 0 ? await readHold(id) : undefined;
    if (hold && isOpen(hold)) await writeHold(hold, hold, { also });
  });
}
