import { Moved } from '../aws/dynamodb/retry.ts';
import { policy } from '../runtime/policy.ts';
import { addDays } from '../values/days.ts';
import type { News, TakenUp } from './news.ts';
import type { Step } from './schema.ts';
import { noticed, noticing, stepDue, unnoticed } from './steps.ts';
import type { LoanItem } from './store/items.ts';
import { loansDueBy } from './store/lists.ts';
import { changeLoan, writeLoan } from './store/loans.ts';

const { reminders } = policy;

/** The loans that have come to a step about which their borrower was not written to. */
export async function* loanNews(day: string): AsyncGenerator<News> {
  const [earliest] = reminders;
  if (earliest === undefined) return;
  for await (const loan of loansDueBy(addDays(day, -earliest)))
    if (stepDue(loan, day, reminders))
      yield { utilisateur_id: loan.utilisateur_id, takeUp: (passage) => takeUp(loan.id, day, passage) };
}

/** The loan with the step that a run has taken up. */
interface Taken {
  loan: LoanItem;
  etape: Step;
}

async function takeUp(id: string, day: string, passage: string): Promise<TakenUp | undefined> {
  const taken = await changeLoan<Taken | undefined>(id, (seen) => {
    const mine = seen?.notices.find((notice) => notice.passage === passage);
    if (seen && mine) return { answer: { loan: seen, etape: mine.etape } };
    const etape = seen && stepDue(seen, day, reminders);
    if (!seen || !etape || seen.transit) return { answer: undefined };
    const next = noticing(seen, etape, passage, new Date().toISOString());
    return { answer: { loan: { ...seen, ...next, version: seen.version + 1 }, etape }, next };
  });
  return taken && { id, told: { loan: taken.loan }, record: (hasGone) => record(taken, passage, hasGone) };
}

/** Writes the outcome on the loan as it was taken up; reads it again only when it has moved since. */
function record({ loan, etape }: Taken, passage: string, hasGone: boolean): Promise<void> {
  const outcome = hasGone ? noticed : unnoticed;
  return writeLoan(loan, outcome(loan, etape, passage)).then(
    () => {},
    (error: unknown) => {
      if (!(error instanceof Moved)) throw error;
      return changeLoan(loan.id, (seen) => ({
        answer: undefined,
        ...(seen && { next: outcome(seen, etape, passage) }),
      }));
    },
  );
}
