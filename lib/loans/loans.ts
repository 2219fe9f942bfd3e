import { today } from '../runtime/clock.ts';
import { cut, type Page, type Slice } from '../values/page.ts';
import { codes, type Refuses } from './codes.ts';
import { askBorrowers, askTitle } from './peers.ts';
import type { Loan, OverdueLoan } from './schema.ts';
import type { LoanFilter } from './schema-requests.ts';
import { queryLoansOf, queryOverdue } from './store/lists.ts';
import { readLoan, readLoans } from './store/loans.ts';
import { loanOn, overdueOn } from './views.ts';

export async function getLoan(id: string): Promise<Loan | undefined> {
  const item = await readLoan(id);
  return item && loanOn(today(), item);
}

/** Lists a person's loans: those out, soonest due first, or those returned, latest return first. */
export async function listLoansOf(userId: string, filter: LoanFilter, slice: Slice): Promise<Page<Loan>> {
  const day = today();
  const { elements, next } = await queryLoansOf(userId, filter, slice);
  return { elements: elements.map((item) => loanOn(day, item)), next };
}

/**
 * Lists the loans that are late today, the oldest due date first, each with what its return would cost today, and with
 * its borrower as they are now.
 */
export async function listOverdue(slice: Slice): Promise<Page<OverdueLoan>> {
  const day = today();
  const { elements, next } = await queryOverdue(day, slice);
  const borrowers = await askBorrowers(elements.map(({ utilisateur_id }) => utilisateur_id));
  return {
    elements: elements.map((item) => overdueOn(day, item, borrowers.get(item.utilisateur_id))),
    next,
  };
}

/** Lists the loans of a title that are out, soonest due first. */
export async function listLoansOfBook(
  bookId: string,
  slice: Slice,
  refuse: Refuses<'bookNotFound'>,
): Promise<Page<Loan>> {
  const day = today();
  const { title } = await askTitle({ livre_id: bookId });
  const { emprunts } = title ?? refuse(codes.bookNotFound);
  const { after } = slice;
  const positions = Object.entries(emprunts)
    .map(([id, { date_echeance }]) => `${date_echeance}#${id}`)
    .filter((position) => after === undefined || position > after)
    .sort();
  const { elements, next } = cut(positions, slice, (position) => position);
  const loans = await readLoans(elements.map((position) => position.slice(position.indexOf('#') + 1)));
  // The title knows a loan from before it is made until after it is over.
  return {
    elements: loans.flatMap((loan) => (loan?.statut === 'en_cours' ? [loanOn(day, loan)] : [])),
    next,
  };
}
