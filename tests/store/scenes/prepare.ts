import { type Answer, made, type Options, someone } from '../../support/api.ts';
import { forwardPast } from '../../support/clock.ts';
import { deleteCopy, type Exemplaire, newCopy } from '../../support/copies.ts';
import { newHold, suspend } from '../../support/holds.ts';
import {
  ask,
  type Emprunt,
  giveBack,
  keyed,
  lend,
  newBook,
  newLoan,
  newUser,
  owe,
  settleDebt,
} from '../../support/loans.ts';
import { pay, penaltyPath, strike } from '../../support/users.ts';

/** What makes ready for the calls of calls.ts and refusals.ts. */

export type Act = (options: Options) => Promise<Answer>;

/** Makes what a call needs. @returns the call, which may be made again */
export type Prepare = () => Promise<Act>;

export const sending =
  (method: string, path: string, body?: object): Act =>
  (options) =>
    ask(method, path, { ...(body && { body }), ...options });

/** A call about a penalty of three euros, of which so much is paid. */
export const onPenalty =
  (operation: string, body: object, { paid = 0 } = {}): Prepare =>
  async () => {
    const debt = await owe((await newUser()).id, 3);
    if (paid > 0) await settleDebt(debt.utilisateur_id, debt.id, paid);
    return sending('POST', `${penaltyPath(debt)}/${operation}`, body);
  };

export type Debt = Awaited<ReturnType<typeof owe>>;

/** The strike of a payment of one euro of three, after what has happened to the penalty since. */
export const striking =
  (since = async (_debt: Debt, _paymentId: string): Promise<unknown> => undefined): Prepare =>
  async () => {
    const debt = await owe((await newUser()).id, 3);
    const paymentId = (await settleDebt(debt.utilisateur_id, debt.id, 1)).body.mouvements[0].id;
    await since(debt, paymentId);
    return (options) => strike(debt, paymentId, options);
  };

export interface Parties {
  userId: string;
  bookId: string;
}

/** A loan, after what stands against it has been arranged. */
export const lending =
  (arrange = async (_: Parties): Promise<unknown> => undefined, those: Partial<Parties> = {}): Prepare =>
  async () => {
    const parties = { userId: (await newUser()).id, bookId: (await newBook()).id, ...those };
    await arrange(parties);
    return (options) => lend(parties.userId, parties.bookId, options);
  };

/** A call about a loan, after what has happened to the loan since it was made. */
export const onLoan =
  (
    call: (id: string, options: Options) => Promise<Answer>,
    since = async (_: Emprunt): Promise<unknown> => undefined,
  ) =>
  async (): Promise<Act> => {
    const loan = await newLoan();
    await since(loan);
    return (options) => call(loan.id, options);
  };

/** A hold of a book that is all out, with the loan that has it. */
export interface Held {
  id: string;
  utilisateur_id: string;
  livre_id: string;
  loanId: string;
  code_barres: string;
  /** Somebody who neither waits nor has a copy. */
  passerBy: string;
}

/** A call about a hold, after which another waits, and after what has happened since it was placed. */
export const onHold =
  (
    call: (id: string, options: Options, held: Held) => Promise<Answer>,
    since = async (_: Held): Promise<unknown> => undefined,
  ): Prepare =>
  async () => {
    const loan = await newLoan();
    const hold = await newHold(loan.livre_id);
    await newHold(loan.livre_id);
    const passerBy = (await newUser()).id;
    const held = { ...hold, loanId: loan.id, code_barres: loan.code_barres, passerBy };
    await since(held);
    return (options) => call(hold.id, options, held);
  };

export const setAside = ({ loanId }: Held) => giveBack(loanId);

/** Its title has two copies then: one for the other who waits, and one that is free. */
export async function suspendedWhileACopyCameBack({ id, livre_id, loanId }: Held): Promise<void> {
  await suspend(id, '2999-01-01');
  await newCopy(livre_id);
  await giveBack(loanId);
}

/** A call about a copy that stands on its shelf under this barcode, after what has happened to it. */
export const onCopy =
  (
    call: (copy: Exemplaire, options: Options) => Promise<Answer>,
    since = async (_: Exemplaire): Promise<unknown> => undefined,
  ): Prepare =>
  async () => {
    const copy = await newCopy((await newBook()).id, { code_barres: BARCODE, cote: 'R ABC' });
    await since(copy);
    return (options) => call(copy, options);
  };

/** A copy that is gone, of which the library had made the barcode. Its title has another. */
export async function freed(): Promise<Exemplaire> {
  const copy = await newCopy((await newBook()).id);
  await deleteCopy(copy);
  return copy;
}

export const BARCODE = 'SCENE-1';

export const dayLate = async ({ date_echeance }: Emprunt) => forwardPast(date_echeance);

/** A call about the person or the book of a loan. */
export const withLoan =
  (call: (loan: Emprunt, options: Options) => Promise<Answer>): Prepare =>
  async () => {
    const loan = await newLoan();
    return (options) => call(loan, options);
  };

/** Somebody who answers for an account. */
export const answeredFor = async () => ({ responsable_id: (await newUser()).id });

/** Somebody who has returned a book in time and, with all under keys, one late, and has paid for it. */
export async function readerOfOld(): Promise<{ id: string }> {
  const person = made(await sending('POST', '/utilisateurs', someone({ adhesion: await answeredFor() }))(keyed()));
  await giveBack((await newLoan(person.id)).id);
  const late = made(await lend(person.id, (await newBook()).id, keyed()));
  await dayLate(late);
  const { penalite } = (await giveBack(late.id, keyed())).body;
  await pay({ utilisateur_id: person.id, id: penalite.id }, penalite.montant, keyed());
  return person;
}

export const PENALTY = { montant: 3, description: 'Livre abîmé' };
