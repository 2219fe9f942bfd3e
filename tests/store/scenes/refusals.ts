import { randomUUID } from 'node:crypto';
import { bookPath, deleteBook } from '../../support/books.ts';
import { copyOf, lendCopy, newCopy, patchCopy, scan } from '../../support/copies.ts';
import { cancel, newHold, reserve, resume, suspend } from '../../support/holds.ts';
import { lend, newBook, newLoan, newUser, owe, renew } from '../../support/loans.ts';
import { strike, userPath, waive } from '../../support/users.ts';
import {
  lending,
  onCopy,
  onHold,
  onLoan,
  onPenalty,
  type Parties,
  type Prepare,
  sending,
  setAside,
  striking,
  withLoan,
} from './prepare.ts';

/** A hold of a title that is all out, after what stands against it has been arranged. */
const reserving =
  (arrange = async (_: Parties): Promise<unknown> => undefined, those: Partial<Parties> = {}): Prepare =>
  async () => {
    const parties = { userId: (await newUser()).id, bookId: (await newLoan()).livre_id, ...those };
    await arrange(parties);
    return (options) => reserve(parties.userId, parties.bookId, options);
  };

/**
 * Refusals of calls that write, besides those that the tests of the API bring about: what is called, its status, and its
 * code or motif.
 */
export const REFUSALS: Record<string, Prepare> = {
  'a loan to somebody who owes: 409 penalites_impayees': lending(({ userId }) => owe(userId)),
  'a loan of a book that is out: 409 aucun_exemplaire_disponible': lending(async ({ bookId }) =>
    lend((await newUser()).id, bookId),
  ),
  'a loan of a copy that is out: 409 exemplaire_emprunte': async () => {
    const [{ code_barres }, { id }] = [await newLoan(), await newUser()];
    return (options) => lendCopy(id, code_barres, options);
  },
  'a loan of a copy in repair: 409 exemplaire_indisponible': async () => {
    const [copy, { id }] = [await newCopy((await newBook()).id), await newUser()];
    await patchCopy(copy, { etat: 'en_reparation' });
    return (options) => lendCopy(id, copy.code_barres, options);
  },
  'a loan of no copy: 404 exemplaire_introuvable': async () => {
    const { id } = await newUser();
    return (options) => lendCopy(id, 'NULLE-PART', options);
  },
  'the scan of no copy: 404 exemplaire_introuvable': async () => (options) => scan('NULLE-PART', options),
  'a change to a barcode in use: 409 code_barres_deja_utilise': onCopy(async ({ livre_id, code_barres }, options) =>
    patchCopy(await copyOf(livre_id), { code_barres: code_barres.toLowerCase() }, options),
  ),
  'a renewal for somebody who owes: 409 penalites_impayees': onLoan(renew, ({ utilisateur_id }) => owe(utilisateur_id)),
  'the deletion of a book that is out: 409 exemplaires_empruntes': withLoan(({ livre_id }, options) =>
    deleteBook(livre_id, options),
  ),
  'a payment of too much: 409 montant_superieur_au_reste': onPenalty('paiements', { montant: 9 }),
  'a second strike of a payment: 409 paiement_annule': striking(strike),
  'the strike of a payment of a waived penalty: 409 penalite_annulee': striking((debt) => waive(debt)),
  'a hold for nobody: 404 utilisateur_introuvable': reserving(undefined, { userId: randomUUID() }),
  'a hold of no book: 404 livre_introuvable': reserving(undefined, { bookId: randomUUID() }),
  'a hold for somebody who owes: 409 penalites_impayees': reserving(({ userId }) => owe(userId)),
  'a hold over the limit: 409 limite_reservations_atteinte': reserving(async ({ userId }) => {
    for (let n = 0; n < 3; n += 1) await newHold((await newLoan()).livre_id, userId);
  }),
  'a second hold of a title: 409 reservation_existante': reserving(({ userId, bookId }) => newHold(bookId, userId)),
  'a hold of a title that one has: 409 livre_deja_emprunte': async () => {
    const { utilisateur_id, livre_id } = await newLoan();
    return (options) => reserve(utilisateur_id, livre_id, options);
  },
  'a hold of a title that is in: 409 exemplaire_disponible': async () => {
    const [{ id: userId }, { id }] = [await newUser(), await newBook()];
    return (options) => reserve(userId, id, options);
  },
  'a hold of a title that is out of service: 409 aucun_exemplaire_reservable': async () => {
    const [{ id: userId }, { id }] = [await newUser(), await newBook()];
    await patchCopy(await copyOf(id), { etat: 'en_reparation' });
    return (options) => reserve(userId, id, options);
  },
  'the cancellation of no hold: 404 reservation_introuvable': async () => (options) => cancel(randomUUID(), options),
  'the suspension of no hold: 404 reservation_introuvable': async () => (options) =>
    suspend(randomUUID(), '2999-01-01', options),
  'the end of the suspension of no hold: 404 reservation_introuvable': async () => (options) =>
    resume(randomUUID(), options),
  'the deletion of somebody who waits: 409 reservations_en_cours': onHold((_, options, { utilisateur_id }) =>
    sending('DELETE', userPath(utilisateur_id))(options),
  ),
  'the deletion of a title that is set aside: 409 reservations_en_cours': onHold(
    (_, options, { livre_id }) => sending('DELETE', bookPath(livre_id))(options),
    setAside,
  ),
};
