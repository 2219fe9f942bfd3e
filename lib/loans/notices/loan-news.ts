import { policy } from '../../runtime/policy.ts';
import { addDays } from '../../values/days.ts';
import type { Notice } from '../record.ts';
import type { LoanItem } from '../store/items.ts';
import { loansDueBy } from '../store/lists.ts';
import { loanRecords } from '../store/loans.ts';
import type { News, TakenUp } from './news.ts';
import { stepDue } from './steps.ts';
import { takeUpIn } from './take-up.ts';

const { reminders } = policy;

/** The loans that have come to a step about which their borrower was not written to. */
export async function* loanNews(day: string): AsyncGenerator<News> {
  const [earliest] = reminders;
  if (earliest === undefined) return;
  for await (const loan of loansDueBy(addDays(day, -earliest)))
    if (stepDue(loan, day, reminders))
      yield { utilisateur_id: loan.utilisateur_id, takeUp: (passage) => takeUp(loan.id, day, passage) };
}

async function takeUp(id: string, day: string, passage: string): Promise<TakenUp | undefined> {
  const taken = await takeUpIn<Notice, LoanItem>(loanRecords, id, passage, (seen) => {
    const etape = seen.transit ? undefined : stepDue(seen, day, reminders);
    return etape === undefined ? undefined : { etape, echeance: seen.date_echeance };
  });
  return taken && { id, told: { loan: taken.item }, record: taken.record };
}
