import { randomUUID } from 'node:crypto';
import { bookPath } from '../../support/books.ts';
import { copyOf, patchCopy } from '../../support/copies.ts';
import { cancel, newHold, reserve, resume, suspend } from '../../support/holds.ts';
import { lend, newBook, newLoan, newUser, owe, renew } from '../../support/loans.ts';
import { userPath } from '../../support/users.ts';
import { onHold, type Parties, type Prepare, sending, setAside } from './prepare.ts';

/** Every refusal of a call about holds, and every one that is because of a hold. */

/** A hold of a title that is all out, after what stands against it has been arranged. */
const reserving =
  (arrange = async (_: Parties): Promise<unknown> => undefined, those: Partial<Parties> = {}): Prepare =>
  async () => {
    const parties = { userId: (await newUser()).id, bookId: (await newLoan()).livre_id, ...those };
    await arrange(parties);
    return (options) => reserve(parties.userId, parties.bookId, options);
  };

export const HOLD_REFUSALS: Record<string, Prepare> = {
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
  'a second cancellation: 409 reservation_close': onHold(cancel, ({ id }) => cancel(id)),
  'the suspension of what is set aside: 409 reservation_mise_de_cote': onHold(
    (id, options) => suspend(id, '2999-01-01', options),
    setAside,
  ),
  'the suspension of a hold that is closed: 409 reservation_close': onHold(
    (id, options) => suspend(id, '2999-01-01', options),
    ({ id }) => cancel(id),
  ),
  'the suspension of no hold: 404 reservation_introuvable': async () => (options) =>
    suspend(randomUUID(), '2999-01-01', options),
  'the end of the suspension of no hold: 404 reservation_introuvable': async () => (options) =>
    resume(randomUUID(), options),
  'a loan of what is set aside: 409 livre_reserve': onHold(
    async (_, options, { livre_id, passerBy }) => lend(passerBy, livre_id, options),
    setAside,
  ),
  'a renewal of what somebody waits for: 409 livre_reserve': onHold((_, options, { loanId }) => renew(loanId, options)),
  'the deletion of somebody who waits: 409 reservations_en_cours': onHold((_, options, { utilisateur_id }) =>
    sending('DELETE', userPath(utilisateur_id))(options),
  ),
  'the deletion of a title that is set aside: 409 reservations_en_cours': onHold(
    (_, options, { livre_id }) => sending('DELETE', bookPath(livre_id))(options),
    setAside,
  ),
};
