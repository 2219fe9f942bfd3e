import { randomUUID } from 'node:crypto';
import { someone } from '../../support/api.ts';
import { deleteBook, patchBook, postBook, someBook } from '../../support/books.ts';
import { addCopy, copyOf, deleteCopy, lendCopy, lose, newCopy, patchCopy, scan } from '../../support/copies.ts';
import { newIsbn } from '../../support/isbn.ts';
import { giveBack, lend, newBook, newLoan, newUser, owe, renew } from '../../support/loans.ts';
import { block, deleteUser, ifMatch, patchUser, penaltiesPath, strike, userPath, waive } from '../../support/users.ts';
import {
  answeredFor,
  dayLate,
  lending,
  onCopy,
  onLoan,
  onPenalty,
  PENALTY,
  type Prepare,
  sending,
  striking,
  withLoan,
} from './prepare.ts';

const EXPIRED = { adhesion: { date_fin: '2020-01-31' } };

/** Every refusal of a call that writes: what is called, its status, and its code or motif. */
export const REFUSALS: Record<string, Prepare> = {
  'a loan to nobody: 404 utilisateur_introuvable': lending(undefined, { userId: randomUUID() }),
  'a loan of no book: 404 livre_introuvable': lending(undefined, { bookId: randomUUID() }),
  'a loan to somebody who owes: 409 penalites_impayees': lending(({ userId }) => owe(userId)),
  'a loan over the limit: 409 limite_emprunts_atteinte': lending(async ({ userId }) => {
    for (let n = 0; n < 5; n += 1) await newLoan(userId);
  }),
  'a loan to somebody who is late: 409 emprunts_en_retard': lending(({ userId }) => newLoan(userId).then(dayLate)),
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
  'a loan of a copy to nobody: 404 utilisateur_introuvable': onCopy(({ code_barres }, options) =>
    lendCopy(randomUUID(), code_barres, options),
  ),
  'the scan of no copy: 404 exemplaire_introuvable': async () => (options) => scan('NULLE-PART', options),
  'a second loss: 409 emprunt_rendu': onLoan(lose, ({ id }) => lose(id)),
  'the loss of no loan: 404 emprunt_introuvable': async () => (options) => lose(randomUUID(), options),
  'a barcode in use: 409 code_barres_deja_utilise': onCopy(({ livre_id, code_barres }, options) =>
    addCopy(livre_id, { code_barres: code_barres.toLowerCase() }, options),
  ),
  'a change to a barcode in use: 409 code_barres_deja_utilise': onCopy(async ({ livre_id, code_barres }, options) =>
    patchCopy(await copyOf(livre_id), { code_barres: code_barres.toLowerCase() }, options),
  ),
  'a new book with a barcode in use: 409 code_barres_deja_utilise': onCopy(({ code_barres }, options) =>
    postBook(someBook({ exemplaires: [{ code_barres: code_barres.toLowerCase() }] }), options),
  ),
  'a barcode that another title made and bears: 409 code_barres_deja_utilise': async () => {
    const { code_barres } = await copyOf((await newBook()).id);
    const { id } = await newBook();
    return (options) => addCopy(id, { code_barres }, options);
  },
  'a copy of no book: 404 livre_introuvable': async () => (options) => addCopy(randomUUID(), {}, options),
  'a change of the state of a copy that is out: 409 exemplaire_emprunte': withLoan(
    ({ livre_id, exemplaire_id: id }, options) => patchCopy({ livre_id, id }, { etat: 'perdu' }, options),
  ),
  'the deletion of a copy that is out: 409 exemplaire_emprunte': withLoan(({ livre_id, exemplaire_id: id }, options) =>
    deleteCopy({ livre_id, id }, options),
  ),
  'the deletion of no copy: 404 exemplaire_introuvable': onCopy((copy, options) =>
    deleteCopy({ ...copy, id: randomUUID() }, options),
  ),
  'a second return: 409 emprunt_rendu': onLoan(giveBack, ({ id }) => giveBack(id)),
  'a return of no loan: 404 emprunt_introuvable': async () => (options) => giveBack(randomUUID(), options),
  'a renewal of a loan that is back: 409 emprunt_rendu': onLoan(renew, ({ id }) => giveBack(id)),
  'a renewal too late: 409 emprunt_en_retard': onLoan(renew, dayLate),
  'a renewal too many: 409 limite_prolongations_atteinte': onLoan(renew, ({ id }) => renew(id).then(() => renew(id))),
  'a renewal for somebody who owes: 409 penalites_impayees': onLoan(renew, ({ utilisateur_id }) => owe(utilisateur_id)),
  'the deletion of somebody who owes: 409 penalites_impayees': async () =>
    sending('DELETE', userPath((await owe((await newUser()).id)).utilisateur_id)),
  'the deletion of somebody who borrows: 409 emprunts_en_cours': withLoan(({ utilisateur_id }, options) =>
    deleteUser(utilisateur_id, options),
  ),
  'the deletion of a book that is out: 409 exemplaires_empruntes': withLoan(({ livre_id }, options) =>
    deleteBook(livre_id, options),
  ),
  'fewer copies than are out: 409 exemplaires_insuffisants': withLoan(({ livre_id }, options) =>
    patchBook(livre_id, { exemplaires: 0 }, options),
  ),
  'a change of a version that has moved: 412 version_perimee': withLoan(({ utilisateur_id }, options) => {
    const headers = { ...options.headers, ...ifMatch('"x"').headers };
    return patchUser(utilisateur_id, { nom: 'Autre' }, { headers });
  }),
  'a penalty for nobody: 404 utilisateur_introuvable': async () =>
    sending('POST', penaltiesPath(randomUUID()), PENALTY),
  'a payment of too much: 409 montant_superieur_au_reste': onPenalty('paiements', { montant: 9 }),
  'a payment of what is paid: 409 penalite_close': onPenalty('paiements', { montant: 1 }, { paid: 3 }),
  'a waiver of what is paid: 409 penalite_close': onPenalty('annulation', { motif: 'x' }, { paid: 3 }),
  'the strike of no payment: 404 mouvement_introuvable': onPenalty(
    `paiements/${randomUUID()}/annulation`,
    { motif: 'x' },
    { paid: 1 },
  ),
  'a second strike of a payment: 409 paiement_annule': striking(strike),
  'the strike of a payment of a waived penalty: 409 penalite_annulee': striking((debt) => waive(debt)),
  'an e-mail in use: 409 email_deja_utilise': async () =>
    sending('POST', '/utilisateurs', someone({ email: (await newUser()).email })),
  'a card in use: 409 numero_carte_deja_utilise': async () => {
    const { numero_carte } = (await newUser()).adhesion;
    return sending('POST', '/utilisateurs', someone({ adhesion: { numero_carte } }));
  },
  'a child of nobody: 409 responsable_introuvable': async () =>
    sending('POST', '/utilisateurs', someone({ adhesion: { responsable_id: randomUUID() } })),
  'the deletion of somebody who answers for another: 409 responsable_de_comptes': async () => {
    const adhesion = await answeredFor();
    await newUser({ adhesion });
    return sending('DELETE', userPath(adhesion.responsable_id));
  },
  'a loan to somebody who is blocked: 409 compte_bloque': lending(({ userId }) => block(userId)),
  'a renewal of a membership that has ended: 409 adhesion_expiree': onLoan(renew, ({ utilisateur_id }) =>
    patchUser(utilisateur_id, EXPIRED),
  ),
  'an ISBN in use: 409 isbn_deja_utilise': async () => {
    const { isbn } = await newBook({ isbn: newIsbn().thirteen });
    return sending('POST', '/livres', someBook({ isbn }));
  },
};
