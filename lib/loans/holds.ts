import { type Claim, once } from '../aws/dynamodb/idempotency.ts';
import { Moved, retryOnConflict } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import type { Attempt } from '../values/attempt.ts';
import { Failure } from '../values/failure.ts';
import type { Page, Slice } from '../values/page.ts';
import { codes, type Refuses } from './codes.ts';
import { closing, isOpen } from './hold.ts';
import { HOLDS } from './hold-process.ts';
import { thisMoment } from './moment.ts';
import { askBorrowers, askHolds, askQueue, askShelf, suspendHold } from './peers.ts';
import { finishOrLeave } from './process.ts';
import type { TitledHold } from './schema-commands.ts';
import type { Hold, HoldFilter, ShelvedHold } from './schema-holds.ts';
import { type HoldTransitItem, readHold, writeHold } from './store/holds.ts';
import { type HoldItem, TABLE } from './store/items.ts';
import { queryHoldsOf } from './store/lists.ts';
import { holdOn, queuedHold, shelvedHold } from './views.ts';

/** What becomes of holds, and how they are shown. */

/** Reads a hold that was placed. */
async function readPlaced(id: string): Promise<HoldItem | undefined> {
  const seen = await readHold(id);
  return seen?.statut === 'pose' ? undefined : seen;
}

/** Tells whose hold it is. */
export const personOf = async (id: string): Promise<string | undefined> => (await readPlaced(id))?.utilisateur_id;

const queued = async ({ id, livre_id }: HoldItem): Promise<TitledHold | undefined> =>
  (await askHolds([livre_id])).get(id);

export async function getHold(id: string): Promise<Hold | undefined> {
  const hold = await readPlaced(id);
  return hold && holdOn(hold, isOpen(hold) ? await queued(hold) : undefined);
}

/** Lists a person's holds: those that are open in the order of the requests, or those that ended in one way, the latest first. */
export async function listHoldsOf(userId: string, { statut }: HoldFilter, slice: Slice): Promise<Page<Hold>> {
  const kept = statut === undefined || statut === 'en_attente' || statut === 'mise_de_cote' ? 'ouverte' : statut;
  const { elements, next } = await queryHoldsOf(userId, kept, slice);
  const open = kept === 'ouverte' ? await askHolds(elements.map(({ livre_id }) => livre_id)) : new Map();
  const holds = elements.map((hold) => holdOn(hold, open.get(hold.id)));
  const isAsked = (hold: Hold) => (statut === undefined ? hold.statut !== 'expiree' : hold.statut === statut);
  return { elements: holds.filter(isAsked), next };
}

/** Lists the open holds of a title in their order. */
export async function listQueue(bookId: string, slice: Slice, refuse: Refuses<'bookNotFound'>): Promise<Page<Hold>> {
  const { holds } = (await askQueue(bookId)) ?? refuse(codes.bookNotFound);
  const { limit, after } = slice;
  const left = holds.filter(
    ({ place, statut }) => statut !== 'expiree' && (after === undefined || place > Number(after)),
  );
  const next = left.length > limit ? `${left[limit - 1]?.place}` : undefined;
  return { elements: left.slice(0, limit).map(queuedHold), next };
}

/** Lists the holds for which a copy is set aside, those first that are to be fetched first, each with its person as they are now. */
export async function listShelf({ limit, after }: Slice): Promise<Page<ShelvedHold>> {
  const { holds, next } = await askShelf(limit, after ?? null);
  const people = await askBorrowers(holds.map(({ utilisateur_id }) => utilisateur_id));
  return {
    elements: holds.map((hold) => shelvedHold(hold, people.get(hold.utilisateur_id))),
    next: next ?? undefined,
  };
}

/**
 * Cancels a hold, in four writes: the record, the person's slot and the place in the queue at once, the record again. It
 * is over with the first; should the others not be possible now, the reconciler makes them, and the answer stands.
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
      const isOver = !isOpen(seen) || (await queued(seen))?.statut === 'expiree';
      if (isOver) return refuse({ ...codes.cancelRefused, motifs: ['reservation_close'] });
      const over = closing(seen, 'annulee', moment);
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

/** Suspends a hold until that day, or resumes it. @param until `null` to resume. @throws Failure `requete_invalide` */
export function suspendUntil(
  id: string,
  until: string | null,
  attempt: Attempt | undefined,
  refuse: Refuses<'holdNotFound' | 'suspensionRefused'>,
): Promise<Hold> {
  if (until !== null && until < today())
    throw new Failure('requete_invalide', { erreurs: [{ chemin: 'jusqu_au', message: 'ne doit pas être passé' }] });
  return once<Hold>(TABLE, attempt, (claim) =>
    retryOnConflict(async () => {
      const hold = (await readPlaced(id)) ?? refuse(codes.holdNotFound);
      const queue = isOpen(hold) ? await askQueue(hold.livre_id) : undefined;
      const now = queue?.holds.find((one) => one.id === id);
      const motif = motifOf(hold, now);
      if (motif) return refuse({ ...codes.suspensionRefused, motifs: [motif] });
      // A loan that is being made has taken it out of the queue: it comes back, or is fulfilled.
      if (!queue || !now || !(await suspendHold(hold, until, queue.version))) throw new Moved();
      const answer = holdOn(hold, await queued(hold));
      await record(claim, hold, answer);
      return answer;
    }),
  );
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
