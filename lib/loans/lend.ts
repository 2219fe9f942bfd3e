import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import type { Attempt } from '../aws/dynamodb/idempotency.ts';
import { ChangedMeanwhile, onLatest } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import { config } from '../runtime/config.ts';
import { Failure } from '../values/failure.ts';
import { lending, lent, loanOn } from './rules.ts';
import type { Loan, NewLoan } from './schema.ts';
import { type Opened, openLoan, type Taken, takeCopy } from './services.ts';
import { abandon } from './settle.ts';
import { insertLoan, type LoanItem, removeLoan, replaceLoan } from './store.ts';

/**
 * Lends, in four single-item writes: the record in the middle of its `pret`, the person's slot, a
 * copy, the record again. Nothing is lent before the last of them: a loan cut off is undone.
 * @throws Failure `utilisateur_introuvable`, `livre_introuvable`, `emprunt_refuse` with every motif that holds
 */
export async function lend(request: NewLoan, attempt?: Attempt): Promise<Loan> {
  const { item, answer } = await onLatest(() => begin(request, attempt));
  if (answer) return answer;

  const opened = await openLoan(item, 'pret', item.date_echeance);
  if (opened.resultat !== 'ouvert') {
    const copy = await takeCopy(item, 'essai', item.date_echeance);
    await removeLoan(item);
    throw refusal(opened, copy);
  }
  const copy = await takeCopy(item, 'pret', item.date_echeance);
  if (copy.resultat !== 'pris') {
    if (opened.renvoye) throw new Failure('service_indisponible');
    await abandon(item);
    throw refusal(opened, copy);
  }
  const loan = lent(item, copy.titre);
  const view = loanOn(item.date_emprunt, loan);
  await replaceLoan(item, loan, attempt && { reponse: JSON.stringify(view) });
  return view;
}

/** Any fixed UUID: it only sets these ids apart from other name-based ones. */
const NAMESPACE = '6f1c3f0e-9a7b-4f27-9d0c-3b1f0a5c7e21';

/**
 * Records that a loan is being made. Calls under one `Idempotency-Key` share one id, and so one
 * record: the first makes the loan, the others wait for it.
 */
async function begin(request: NewLoan, attempt: Attempt | undefined): Promise<{ item: LoanItem; answer?: Loan }> {
  const id = attempt ? v5(attempt.id, NAMESPACE) : randomUUID();
  const loan = lending(id, request, config.policy, today(), new Date().toISOString());
  const { item, present } = await insertLoan(loan, attempt?.request);
  if (!present || !attempt) return { item };
  if (present.demande !== attempt.request) throw new Failure('cle_idempotence_reutilisee');
  if (present.reponse === undefined) throw new ChangedMeanwhile();
  attempt.replayed = true;
  return { item: present, answer: JSON.parse(present.reponse) };
}

/** What is missing comes before what is forbidden. */
function refusal(opened: Opened, copy: Taken): Failure {
  if (opened.resultat === 'utilisateur_introuvable') return new Failure('utilisateur_introuvable');
  if (copy.resultat === 'livre_introuvable') return new Failure('livre_introuvable');
  const motifs = [opened, copy].flatMap((reply) => (reply.resultat === 'refuse' ? reply.motifs : []));
  return new Failure('emprunt_refuse', { motifs });
}
