import { type Attempt, answered, once } from '../aws/dynamodb/idempotency.ts';
import { ChangedMeanwhile, onLatest } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import { config } from '../runtime/config.ts';
import { Failure } from '../values/failure.ts';
import { loanOn, renewalMotifs, renewed, renewing, settled } from './rules.ts';
import type { Loan } from './schema.ts';
import { consult, openLoan, takeCopy } from './services.ts';
import { type LoanItem, readLoan, replaceLoan, TABLE } from './store.ts';

/**
 * Renews, in four single-item writes: the record in the middle of its `prolongation`, the due date of
 * the person's slot and of the copy, the record again. The due date is the old one until the last of
 * them: a renewal cut off is undone. A return that comes in between wins.
 * @throws Failure `emprunt_introuvable`, `prolongation_refusee` with every motif that holds
 */
export const renewLoan = (id: string, attempt?: Attempt): Promise<Loan> =>
  once<Loan>(TABLE, attempt, (remember) =>
    onLatest(async () => {
      const seen = await readLoan(id);
      const first = attempt && (await answered<Loan>(TABLE, attempt));
      if (first) return first;
      if (!seen || seen.statut === 'en_attente') throw new Failure('emprunt_introuvable');

      const day = today();
      const motifs = renewalMotifs(seen, config.policy, day);
      if (motifs.length > 0) throw refusal([...motifs, ...(await debtMotifs(seen))]);
      if (seen.transit) throw new ChangedMeanwhile();

      const loan = renewing(seen, config.policy, new Date().toISOString());
      const due = loan.transit.nouvelle_echeance;
      const item = await replaceLoan(seen, loan);
      const opened = await openLoan(item, 'prolongation', due);
      if (opened.resultat === 'refuse') {
        await replaceLoan(item, settled(item));
        throw refusal(opened.motifs);
      }
      const copy = await takeCopy(item, 'prolongation', due);
      // Neither can refuse a loan that is out: it has just been returned, which the record tells.
      if (opened.resultat !== 'ouvert' || copy.resultat !== 'pris') throw new ChangedMeanwhile();
      const view = loanOn(day, renewed(loan));
      await replaceLoan(item, renewed(loan), { together: remember(view) });
      return view;
    }),
  );

const refusal = (motifs: string[]) => new Failure('prolongation_refusee', { motifs });

/** What the person owes stands against a renewal too; for a loan that is over, it is no longer asked. */
async function debtMotifs(loan: LoanItem): Promise<string[]> {
  if (loan.statut === 'rendu') return [];
  const reply = await consult(loan, loan.date_echeance);
  return reply.resultat === 'consulte' ? reply.motifs.filter((motif) => motif === 'penalites_impayees') : [];
}
