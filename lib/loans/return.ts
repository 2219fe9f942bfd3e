import { once } from '../aws/dynamodb/idempotency.ts';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import { policy } from '../runtime/policy.ts';
import type { Attempt } from '../values/attempt.ts';
import { toEuros } from '../values/money.ts';
import { codes, type Refuses } from './codes.ts';
import { LOANS } from './loan-process.ts';
import { thisMoment } from './moment.ts';
import { finishOrLeave } from './process.ts';
import { type Borrowed, type InTransit, isOver, losing, type Moment, returning } from './record.ts';
import type { Loan } from './schema.ts';
import type { Loss } from './schema-requests.ts';
import { type BorrowedItem, TABLE } from './store/items.ts';
import { readLoan, type TransitItem, writeLoan } from './store/loans.ts';
import { loanOn } from './views.ts';

/**
 * Takes a book back, or records that it is lost, in four writes: the record, the person's slot with what it costs and
 * the copy at once, the record again. The loan is over and what it costs is fixed with the first of them; should the
 * others not be possible now, the reconciler makes them, and the answer stands.
 */

/** Ends the loan as `over` says. */
async function end(
  attempt: Attempt | undefined,
  read: () => Promise<BorrowedItem>,
  over: (loan: Borrowed, moment: Moment) => InTransit,
): Promise<Loan> {
  const moment = thisMoment();
  let begun: TransitItem | undefined;
  const view = await once<Loan>(TABLE, attempt, (claim) =>
    retryOnConflict(async () => {
      const seen = await read();
      const next = over(seen, moment);
      const answer = loanOn(moment.day, next);
      begun = await writeLoan(seen, next, {
        also: claim.end(answer, [next.utilisateur_id]),
        isDone: ({ transit }) => transit?.operation === next.transit.operation,
      });
      return answer;
    }),
  );
  if (begun) await finishOrLeave(LOANS, begun);
  return view;
}

/** Reads a loan that is out. @param over refuses one that is back or lost */
async function readOut(id: string, refuse: Refuses<'loanNotFound'>, over: () => never): Promise<BorrowedItem> {
  const seen = await readLoan(id);
  if (!seen || seen.statut === 'en_attente') return refuse(codes.loanNotFound);
  return isOver(seen) ? over() : (seen as BorrowedItem);
}

/** Takes the book of a loan back. */
export const returnLoan = (
  id: string,
  attempt: Attempt | undefined,
  refuse: Refuses<'loanNotFound' | 'returnRefused'>,
): Promise<Loan> =>
  end(
    attempt,
    () => readOut(id, refuse, () => refuse({ ...codes.returnRefused, motifs: ['emprunt_rendu'] })),
    returning,
  );

/** Records that the book of a loan is lost. */
export const loseLoan = (
  id: string,
  { montant = toEuros(policy.lossFee) }: Loss,
  attempt: Attempt | undefined,
  refuse: Refuses<'loanNotFound' | 'lossRefused'>,
): Promise<Loan> =>
  end(
    attempt,
    () => readOut(id, refuse, () => refuse({ ...codes.lossRefused, motifs: ['emprunt_rendu'] })),
    (loan, moment) => losing(loan, montant, moment),
  );
