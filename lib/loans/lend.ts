import { randomUUID } from 'node:crypto';
import { once } from '../aws/dynamodb/idempotency.ts';
import { Moved } from '../aws/dynamodb/retry.ts';
import { policy } from '../runtime/policy.ts';
import type { Attempt } from '../values/attempt.ts';
import type { Refuses } from './codes.ts';
import { type Asked, decideLoan, withoutLoan } from './decide.ts';
import { fulfilling } from './holds/fulfil.ts';
import { LOANS } from './loan-process.ts';
import { thisMoment } from './moment.ts';
import { ask } from './peers.ts';
import { carryOut, SETTLED_MS, undo } from './process.ts';
import { lending, lent } from './record.ts';
import type { Loan } from './schema.ts';
import type { NewLoan } from './schema-requests.ts';
import { TABLE } from './store/items.ts';
import { type TransitItem, writeLoan } from './store/loans.ts';
import { loanOn } from './views.ts';

/**
 * Lends, in four writes: the record in the middle of its `pret`, the person's slot and the copy at once,
 * the record again. All is decided before the first of them, on what the other services say; a refusal
 * writes nothing. Nothing is lent before the last: a loan that is cut off is undone. A hold that the loan fulfils is
 * closed with the last as well; then its slot is freed.
 */
export const lend = (
  request: NewLoan,
  attempt: Attempt | undefined,
  refuse: Refuses<'userNotFound' | 'bookNotFound' | 'copyNotFound' | 'loanRefused'>,
): Promise<Loan> =>
  once(TABLE, attempt, async (claim) => {
    const moment = thisMoment();
    const decide = (asked: Asked) => decideLoan(asked, request, policy, moment.day);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const asked = await ask(request);
      const decided = decide(asked);
      if ('code' in decided) return refuse(decided);

      const begun = await writeLoan(undefined, lending(randomUUID(), decided, moment), {
        also: claim.begin(SETTLED_MS),
        // Its id is new: only this very write, sent twice, can have been there before.
        isDone: () => true,
      });
      const outcome = await carryOut(LOANS, begun, asked, (now) => {
        const anew = decide(withoutLoan(now, begun.id));
        if ('code' in anew) return { refusal: anew };
        // Another copy than the first may be the one that is free by now.
        return isToldAlike(begun, anew)
          ? { item: { ...begun, ...lending(begun.id, anew, moment) } }
          : { refusal: undefined };
      });
      if ('refusal' in outcome) {
        await undo(LOANS, begun, outcome.done);
        if (outcome.refusal) return refuse(outcome.refusal);
        continue;
      }
      const loan = lent(outcome.item);
      const view = loanOn(moment.day, loan);
      await fulfilling(outcome.item.transit.reservation_id, loan.titre, moment, async (steps) => {
        await writeLoan(begun, loan, {
          also: [...claim.end(view, [loan.utilisateur_id]), ...steps],
          isDone: ({ statut }) => statut !== 'en_attente',
        });
      });
      return view;
    }
    throw new Moved();
  });

/** Each round is lost only to a change of the person's category or of the book's type. */
const ROUNDS = 10;

/**
 * Whether slot and copy are told the same of a loan as before. One of them may have been told already: when the due
 * date or the type is another by now, the loan is undone and begins again.
 */
const isToldAlike = (one: Told, other: Told): boolean =>
  one.date_echeance === other.date_echeance && one.type === other.type;

type Told = Pick<TransitItem, 'date_echeance' | 'type'>;
