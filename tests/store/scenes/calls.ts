import { someone } from '../../support/api.ts';
import { bookPath, someBook } from '../../support/books.ts';
import { addCopy, deleteCopy, lose, patchCopy, scan } from '../../support/copies.ts';
import { cancel, reserve, resume, suspend } from '../../support/holds.ts';
import { newIsbn } from '../../support/isbn.ts';
import { giveBack, lend, newBook, newLoan, newUser, renew } from '../../support/loans.ts';
import { block, penaltiesPath, userPath } from '../../support/users.ts';
import {
  answeredFor,
  BARCODE,
  dayLate,
  freed,
  lending,
  onCopy,
  onHold,
  onLoan,
  onPenalty,
  PENALTY,
  type Prepare,
  readerOfOld,
  sending,
  setAside,
  striking,
  suspendedWhileACopyCameBack,
} from './prepare.ts';

/** Every call that writes, with the status that it answers when nothing goes wrong. */
export const SCENES: Record<string, Prepare> = {
  'a new account: 201': async () => sending('POST', '/utilisateurs', someone()),
  'a new child: 201': async () => sending('POST', '/utilisateurs', someone({ adhesion: await answeredFor() })),
  'a change of e-mail, card, name and family: 200': async () =>
    sending('PATCH', userPath((await newUser({ adhesion: await answeredFor() })).id), {
      nom: 'Autre',
      email: 'ensuite@exemple.fr',
      adhesion: { numero_carte: 'C-ENSUITE', ...(await answeredFor()) },
    }),
  'a block: 200': async () => {
    const { id } = await newUser();
    return (options) => block(id, {}, options);
  },
  'the end of a block: 204': async () => {
    const { id } = await newUser();
    await block(id);
    return sending('DELETE', `${userPath(id)}/blocage`);
  },
  'the deletion of an account: 204': async () => sending('DELETE', userPath((await readerOfOld()).id)),
  'a penalty: 201': async () => sending('POST', penaltiesPath((await newUser()).id), PENALTY),
  'a payment: 200': onPenalty('paiements', { montant: 1 }),
  'a payment of all: 200': onPenalty('paiements', { montant: 3 }),
  'a waiver: 200': onPenalty('annulation', { motif: 'Geste' }),
  'a waiver that gives back: 200': onPenalty('annulation', { motif: 'Geste', rembourser: true }, { paid: 1 }),
  'the strike of a payment: 200': striking(),
  'a new book: 201': async () =>
    sending('POST', '/livres', someBook({ isbn: newIsbn().thirteen, exemplaires: [{ code_barres: BARCODE }, {}] })),
  'a change of title and ISBN: 200': async () => {
    const { id } = await newBook({ isbn: newIsbn().thirteen });
    return sending('PATCH', bookPath(id), someBook({ isbn: newIsbn().thirteen }));
  },
  'the deletion of a book: 204': async () =>
    sending('DELETE', bookPath((await newBook({ isbn: newIsbn().thirteen })).id)),
  'a new copy: 201': async () => {
    const { id } = await newBook({ exemplaires: 0 });
    return (options) => addCopy(id, { cote: 'R ABC' }, options);
  },
  'a copy with a barcode that another title made and freed: 201': async () => {
    const { code_barres } = await freed();
    const { id } = await newBook({ exemplaires: 0 });
    return (options) => addCopy(id, { code_barres }, options);
  },
  'a change of a copy: 200': onCopy((copy, options) =>
    patchCopy(copy, { code_barres: 'SCENE-2', etat: 'perdu' }, options),
  ),
  'the deletion of a copy: 204': onCopy(deleteCopy),
  'fewer copies: 200': async () =>
    sending('PATCH', bookPath((await newBook({ exemplaires: [{ code_barres: BARCODE }] })).id), { exemplaires: 0 }),
  'the scan of a late copy: 200': async () => {
    const loan = await newLoan();
    await dayLate(loan);
    return (options) => scan(loan.code_barres, options);
  },
  'the scan of a lost copy: 200': onCopy(
    ({ code_barres }, options) => scan(code_barres, options),
    (copy) => patchCopy(copy, { etat: 'perdu' }),
  ),
  'the loss of a late book: 200': onLoan(lose, dayLate),
  'a loan: 201': lending(),
  'a return: 200': onLoan(giveBack),
  'a late return: 200': onLoan(giveBack, dayLate),
  'a renewal: 200': onLoan(renew),
  'a hold: 201': async () => {
    const [{ livre_id }, { id }] = [await newLoan(), await newUser()];
    return (options) => reserve(id, livre_id, options);
  },
  'the cancellation of a hold: 200': onHold(cancel),
  'the cancellation of a hold that has a copy: 200': onHold(cancel, setAside),
  'the suspension of a hold: 200': onHold((id, options) => suspend(id, '2999-01-01', options)),
  'the end of a suspension: 200': onHold(resume, suspendedWhileACopyCameBack),
  'a loan that fulfils a hold: 201': onHold(
    (_, options, { utilisateur_id, livre_id }) => lend(utilisateur_id, livre_id, options),
    setAside,
  ),
  'a return to a hold: 200': onHold((_, options, { loanId }) => giveBack(loanId, options)),
  'a scan for a hold: 200': onHold((_, options, { code_barres }) => scan(code_barres, options)),
  'a new copy for a hold: 201': onHold((_, options, { livre_id }) => addCopy(livre_id, {}, options)),
};
