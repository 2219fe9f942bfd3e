import { type Attempt, once } from '../aws/dynamodb/idempotency.ts';
import { onLatest } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import { config } from '../runtime/config.ts';
import { remark } from '../runtime/log.ts';
import { Failure } from '../values/failure.ts';
import { loanOn, returning } from './rules.ts';
import type { Loan } from './schema.ts';
import { finishReturn } from './settle.ts';
import { type LoanItem, readLoan, replaceLoan, TABLE } from './store.ts';

/**
 * Takes a book back, in four single-item writes: the record, the person's slot with what the delay
 * costs, the copy, the record again. The book is back and the fee is fixed with the first of them;
 * should the others not be possible now, the reconciler makes them, and the answer stands.
 * @throws Failure `emprunt_introuvable`, `retour_refuse`
 */
export async function returnLoan(id: string, attempt?: Attempt): Promise<Loan> {
  let returned: LoanItem | undefined;
  const view = await once<Loan>(TABLE, attempt, (remember) =>
    onLatest(async () => {
      const day = today();
      const seen = await readLoan(id);
      if (!seen || seen.statut === 'en_attente') throw new Failure('emprunt_introuvable');
      const loan = returning(seen, config.policy, day, new Date().toISOString());
      const answer = loanOn(day, loan);
      returned = await replaceLoan(seen, loan, { together: remember(answer) });
      return answer;
    }),
  );
  if (returned) await finishNow(returned);
  return view;
}

async function finishNow(loan: LoanItem): Promise<void> {
  try {
    await finishReturn(loan);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    remark('a return is left to the reconciler', { loan: loan.id, code: error.code });
  }
}
