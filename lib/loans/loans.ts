import { today } from '../runtime/clock.ts';
import { policy } from '../runtime/policy.ts';
import type { Page, Slice } from '../values/page.ts';
import type { Loan, LoanFilter, OverdueLoan } from './schema.ts';
import { queryLoansOf, queryOverdue } from './store/lists.ts';
import { readLoan } from './store/loans.ts';
import { loanOn, overdueOn } from './views.ts';

const { calendar } = policy;

export async function getLoan(id: string): Promise<Loan | undefined> {
  const item = await readLoan(id);
  return item && loanOn(today(), item, calendar);
}

/** Lists a person's loans: those out, soonest due first, or those returned, latest return first. */
export async function listLoansOf(userId: string, filter: LoanFilter, slice: Slice): Promise<Page<Loan>> {
  const day = today();
  const { elements, next } = await queryLoansOf(userId, filter, slice);
  return { elements: elements.map((item) => loanOn(day, item, calendar)), next };
}

/** Lists the loans that are late today, the latest first, each with what its return would cost today. */
export async function listOverdue(slice: Slice): Promise<Page<OverdueLoan>> {
  const day = today();
  const { elements, next } = await queryOverdue(day, slice);
  return { elements: elements.map((item) => overdueOn(day, item, calendar)), next };
}
