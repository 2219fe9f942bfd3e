import { type Claim, once, writeAlone } from '../aws/dynamodb/idempotency.ts';
import { Moved, retryOnConflict } from '../aws/dynamodb/retry.ts';
import { remark } from '../runtime/log.ts';
import type { Attempt } from '../values/attempt.ts';
import { Failure } from '../values/failure.ts';
import { codes, type Refuses } from './codes.ts';
import { LOANS } from './loan-process.ts';
import { CALL_OVER_MS, thisMoment } from './moment.ts';
import { askAccount, askTitle, recoverCopy, returnCopy } from './peers.ts';
import { finishOrLeave, settle } from './process.ts';
import { isOver, type Moment, returning } from './record.ts';
import type { Copy, Return } from './schema.ts';
import type { QueuedHold, Title } from './schema-commands.ts';
import type { ScannedCopy } from './schema-requests.ts';
import { whileOpen } from './store/holds.ts';
import { type BorrowedItem, TABLE } from './store/items.ts';
import { readLoan, type TransitItem, whileBorrowed, writeLoan } from './store/loans.ts';
import { loanOn, shelvedHold } from './views.ts';

/**
 * Takes a copy back that was scanned at the desk, and tells what to do with it. A copy that is not out is only looked
 * at, so that scanning it twice is harmless; one that was lost is in service again.
 */
export function returnScanned(
  { code_barres }: ScannedCopy,
  attempt: Attempt | undefined,
  refuse: Refuses<'copyNotFound'>,
): Promise<Return> {
  const moment = thisMoment();
  return once<Return>(TABLE, attempt, (claim) =>
    retryOnConflict(async () => {
      const scanned = await readScanned(code_barres, refuse);
      const { loan } = scanned;
      return loan ? takeBack(scanned, loan, moment, claim) : lookAt(scanned, claim);
    }),
  );
}

interface Scanned {
  title: Title;
  copy: Copy;
}

/**
 * Ends the loan. The desk is told what to do with the book, so the copy comes back before the answer.
 */
async function takeBack(
  { title, copy }: Scanned,
  loan: BorrowedItem,
  moment: Moment,
  claim: Claim<Return>,
): Promise<Return> {
  const over = returning(loan, moment);
  const begun: TransitItem = await writeLoan(loan, over, {
    also: claim.begin(CALL_OVER_MS),
    isDone: ({ transit }) => transit?.operation === moment.operation,
  });
  try {
    const hold = await returnCopy(begun);
    const todo = await whatToDo(title, copy, hold);
    const answer = { emprunt: loanOn(moment.day, over), ...todo };
    await record(claim, answer, loan);
    await finishOrLeave(LOANS, begun, { account: true, title: false });
    return answer;
  } catch (error) {
    // The book is back, and the reconciler does what is left. A second scan tells what to do with it.
    await claim.release();
    throw error;
  }
}

async function lookAt({ title, copy }: Scanned, claim: Claim<Return>): Promise<Return> {
  const holder = title.reservations.find(({ exemplaire_id }) => exemplaire_id === copy.id) ?? null;
  const todo = copy.etat === 'perdu' ? await find(title, copy) : await whatToDo(title, copy, holder);
  const answer = { emprunt: null, ...todo };
  await record(claim, answer);
  return answer;
}

type ToDo = Pick<Return, 'exemplaire' | 'suite' | 'reservation'>;

/**
 * Puts what was lost into service again, which is told to the desk also when it is set aside. It would not be told by a
 * second scan: so for whom it is, when the users service does not answer, is left to that one.
 */
async function find(title: Title, copy: Copy): Promise<ToDo> {
  const hold = await recoverCopy(copy);
  const todo = await whatToDo(title, { ...copy, etat: 'en_service' }, hold, (who) => askAccount(who).catch(nobody));
  return { ...todo, suite: 'signaler' };
}

function nobody(error: unknown): null {
  if (!(error instanceof Failure)) throw error;
  remark('a copy that was found is told without the person for whom it is set aside', { code: error.code });
  return null;
}

/**
 * What the desk does with a copy that is not out.
 * @param hold the one for which it is set aside
 * @param askPerson asks for whom
 */
async function whatToDo(
  { titre }: Title,
  copy: Copy,
  hold: QueuedHold | null,
  askPerson: typeof askAccount = askAccount,
): Promise<ToDo> {
  if (copy.etat !== 'en_service')
    return { exemplaire: { ...copy, situation: 'indisponible' }, suite: 'signaler', reservation: null };
  if (!hold) return { exemplaire: { ...copy, situation: 'en_rayon' }, suite: 'remettre_en_rayon', reservation: null };
  const person = await askPerson({ utilisateur_id: hold.utilisateur_id });
  const reservation = shelvedHold({ ...hold, livre_id: copy.livre_id, titre, exemplaire: copy }, person ?? undefined);
  return { exemplaire: { ...copy, situation: 'mis_de_cote' }, suite: 'mettre_de_cote', reservation };
}

/**
 * Records the answer under its key, if it has one. It names people. The deletion of an account takes the person's loans
 * and holds away before the answers about them, so that while the loan has its borrower and the hold is open this one
 * is found as well. An answer that comes too late for that is true nevertheless, and is not recorded.
 */
async function record(claim: Claim<Return>, answer: Return, loan?: BorrowedItem): Promise<void> {
  const { reservation } = answer;
  const people = [loan?.utilisateur_id, reservation?.utilisateur_id].filter((id) => id !== undefined);
  const steps = claim.end(answer, people);
  if (steps.length === 0) return;
  const guards = [...(loan ? [whileBorrowed(loan)] : []), ...(reservation ? [whileOpen(reservation.id)] : [])];
  try {
    await writeAlone([...steps, ...guards]);
  } catch (error) {
    if (!(error instanceof Moved)) throw error;
    await claim.release();
  }
}

/**
 * Finds the copy, and its loan if it is out. What the loan is in the middle of comes to its end first: before,
 * it is not known whether the copy is out, back or lost.
 * @throws Moved while a loan is being made of the copy
 */
async function readScanned(code_barres: string, refuse: Refuses<'copyNotFound'>) {
  const { title, copy } = await askTitle({ code_barres });
  if (!title || !copy) return refuse(codes.copyNotFound);
  const holder = Object.entries(title.emprunts).find(([, { exemplaire_id }]) => exemplaire_id === copy.id);
  const loan = holder && (await readLoan(holder[0]));
  if (!loan) return { title, copy, loan: undefined };
  if (isOver(loan)) {
    if (loan.transit) await settle(LOANS, loan as TransitItem);
    throw new Moved();
  }
  if (loan.statut === 'en_attente') throw new Moved();
  return { title, copy, loan: loan as BorrowedItem };
}
