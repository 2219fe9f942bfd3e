import { randomUUID } from 'node:crypto';
import { once } from '../aws/dynamodb/idempotency.ts';
import { Moved, retryOnConflict } from '../aws/dynamodb/retry.ts';
import { policy } from '../runtime/policy.ts';
import type { Attempt } from '../values/attempt.ts';
import { codes, type Refuses } from './codes.ts';
import { type Asked, decideRenewal } from './decide.ts';
import { LOANS } from './loan-process.ts';
import { thisMoment } from './moment.ts';
import { ask } from './peers.ts';
import { carryOut, SETTLED_MS, undo } from './process.ts';
import { isOver, renewed, renewing } from './record.ts';
import type { Loan } from './schema.ts';
import { type BorrowedItem, type LoanItem, TABLE } from './store/items.ts';
import { readLoan, type TransitItem, writeLoan } from './store/loans.ts';
import { loanOn } from './views.ts';

/**
 * Renews, in four writes: the record in the middle of its `prolongation`, the due date of the person's
 * slot and of the copy at once, the record again. The due date is the old one until the last of them: a
 * renewal that is cut off is undone. A return that comes in between wins.
 */
export const renewLoan = (
  id: string,
  attempt: Attempt | undefined,
  refuse: Refuses<'loanNotFound' | 'renewalRefused'>,
): Promise<Loan> =>
  once(TABLE, attempt, (claim) => {
    const moment = thisMoment();
    // Each pass that begins anew is an operation of its own: the reconciler may still be about to end the one before.
    let { operation } = moment;
    // Once the reconciler has taken it over, the renewal is being undone.
    const isMine = (loan: LoanItem): loan is TransitItem =>
      loan.transit?.operation === operation && loan.transit.etape === 'prolongation';
    return retryOnConflict(async () => {
      const seen = await readRenewable(id, refuse);
      const decide = (asked: Asked) => decideRenewal(seen, asked, policy, moment.day);
      const asked = await ask(seen);
      const refused = decide(asked);
      if (refused) {
        if (isMine(seen)) await undo(LOANS, seen);
        return refuse(refused);
      }

      if (seen.transit && !isMine(seen)) throw new Moved();
      const isBegun = isMine(seen);
      if (!isBegun) operation = randomUUID();
      const loan: TransitItem = isBegun
        ? seen
        : await writeLoan(seen, renewing(seen, policy.calendar, { ...moment, operation }), {
            also: claim.begin(SETTLED_MS),
            isDone: isMine,
          });
      // On a later pass it may have been taken over since it was read: it asks again then, and makes sure.
      const outcome = await carryOut(LOANS, loan, isBegun ? undefined : asked, (now) => {
        const refusal = decide(now);
        return refusal ? { refusal } : { item: loan };
      });
      if ('refusal' in outcome) {
        await undo(LOANS, loan, outcome.done);
        return refuse(outcome.refusal);
      }
      const view = loanOn(moment.day, renewed(loan));
      await writeLoan(loan, renewed(loan), {
        also: claim.end(view, [loan.utilisateur_id]),
        isDone: ({ prolongations }) => prolongations > seen.prolongations,
      });
      return view;
    });
  });

async function readRenewable(id: string, refuse: Refuses<'loanNotFound' | 'renewalRefused'>): Promise<BorrowedItem> {
  const loan = await readLoan(id);
  if (!loan || loan.statut === 'en_attente') return refuse(codes.loanNotFound);
  if (isOver(loan)) return refuse({ ...codes.renewalRefused, motifs: ['emprunt_rendu'] });
  return loan as BorrowedItem;
}
