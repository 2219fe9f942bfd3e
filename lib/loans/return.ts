import { once } from '../aws/dynamodb/idempotency.ts';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import { remark } from '../runtime/log.ts';
import { policy } from '../runtime/policy.ts';
import type { Attempt } from '../values/attempt.ts';
import { Failure } from '../values/failure.ts';
import { codes, type Refuses } from './codes.ts';
import { thisMoment } from './moment.ts';
import { finish } from './process.ts';
import { returning } from './record.ts';
import type { Loan } from './schema.ts';
import { TABLE } from './store/items.ts';
import { readLoan, type TransitItem, writeLoan } from './store/loans.ts';
import { loanOn } from './views.ts';

/**
 * Takes a book back, in four writes: the record, the person's slot with what the delay costs and the
 * copy at once, the record again. The book is back and the fee is fixed with the first of them; should
 * the others not be possible now, the reconciler makes them, and the answer stands.
 */
export async function returnLoan(
  id: string,
  attempt: Attempt | undefined,
  refuse: Refuses<'loanNotFound' | 'returnRefused'>,
): Promise<Loan> {
  const moment = thisMoment();
  let returned: TransitItem | undefined;
  const view = await once<Loan>(TABLE, attempt, ({ end }) =>
    retryOnConflict(async () => {
      const seen = await readLoan(id);
      if (!seen || seen.statut === 'en_attente') return refuse(codes.loanNotFound);
      if (seen.statut === 'rendu') return refuse({ ...codes.returnRefused, motifs: ['emprunt_rendu'] });
      const loan = returning(seen, policy.calendar, moment);
      const answer = loanOn(moment.day, loan, policy.calendar);
      returned = await writeLoan(seen, loan, {
        also: end(answer, loan.utilisateur_id),
        isDone: ({ transit }) => transit?.operation === moment.operation,
      });
      return answer;
    }),
  );
  if (returned)
    await finish(returned).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      remark('a return is left to the reconciler', { loan: id, code: error.code });
    });
  return view;
}
