import { v7 } from 'uuid';
import { once } from '../../aws/dynamodb/idempotency.ts';
import { policy } from '../../runtime/policy.ts';
import type { Attempt } from '../../values/attempt.ts';
import type { Refuses } from '../codes.ts';
import { decideHold, instantIn, withoutHold } from '../decide.ts';
import { thisMoment } from '../moment.ts';
import { ask } from '../peers.ts';
import { carryOut, SETTLED_MS, undo } from '../process.ts';
import type { Title } from '../schema-commands.ts';
import { writeHold } from '../store/holds.ts';
import { TABLE } from '../store/items.ts';
import { HOLDS } from './process.ts';
import { type HoldRecord, placed, placing } from './record.ts';
import type { Hold, NewHold } from './schema.ts';

/**
 * Reserves a title, in four writes: the record in the middle of its `pose`, the person's slot and the place in the
 * queue at once, the record again. All is decided before the first of them; a refusal writes nothing. Nothing is
 * reserved before the last: a hold that is cut off is undone.
 */
export const placeHold = (
  request: NewHold,
  attempt: Attempt | undefined,
  refuse: Refuses<'userNotFound' | 'bookNotFound' | 'holdRefused'>,
): Promise<Hold> =>
  once(TABLE, attempt, async (claim) => {
    const moment = thisMoment();
    const asked = await ask(request);
    const decided = decideHold(asked, policy, moment.day);
    if ('code' in decided) return refuse(decided);

    const begun = await writeHold(undefined, placing(v7(), decided, moment), {
      also: claim.begin(SETTLED_MS),
      // Its id is new: only this very write, sent twice, can have been there before.
      isDone: () => true,
    });
    let title = asked.title as Title;
    const outcome = await carryOut(HOLDS, begun, asked, (now) => {
      const without = withoutHold(now, begun.id);
      const anew = decideHold(without, policy, moment.day);
      if ('code' in anew) return { refusal: anew };
      title = without.title as Title;
      return { item: { ...begun, date_reservation: instantIn(now.title as Title, begun) } };
    });
    if ('refusal' in outcome) {
      await undo(HOLDS, begun, outcome.done);
      return refuse(outcome.refusal);
    }
    const hold = placed(outcome.item);
    const view = justPlaced(hold, title);
    await writeHold(begun, hold, {
      also: claim.end(view, [hold.utilisateur_id]),
      isDone: ({ statut }) => statut !== 'pose',
    });
    return view;
  });

/** The hold as it has come last into the queue. */
function justPlaced(hold: HoldRecord, { reservations }: Title): Hold {
  const before = reservations.filter(({ statut }) => statut === 'en_attente').length;
  const { id, utilisateur_id, livre_id, titre, date_reservation } = hold;
  const nothing = { suspendue_jusqu_au: null, exemplaire: null, date_limite: null };
  return { id, utilisateur_id, livre_id, titre, statut: 'en_attente', date_reservation, rang: before + 1, ...nothing };
}
