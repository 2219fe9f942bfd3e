import { type BookItem, isBook, type LoanItem, type Tables } from '../../dev/audit/items.ts';
import { cancel } from '../support/holds.ts';
import { run } from '../support/lambda.ts';
import { giveBack } from '../support/loans.ts';

/**
 * What docs/exploitation.md tells a person to do about what a restore has left, by the words of the audit. It is tried
 * here by the same calls and private commands.
 */

const idIn = (line: string, kind: string): string => new RegExp(`${kind}#([^ ,]+)`).exec(line)?.[1] as string;

const loanIn = ({ loans }: Tables, line: string): LoanItem =>
  loans.find(
    ({ pk }) => pk === `EMPRUNT#${idIn(line, 'EMPRUNT')}` || pk === `RESERVATION#${idIn(line, 'RESERVATION')}`,
  ) as LoanItem;

type Remedy = (line: string, tables: Tables) => Promise<unknown>;

const giveBackIt: Remedy = (line) => giveBack(idIn(line, 'EMPRUNT'));
const cancelIt: Remedy = (line) => cancel(idIn(line, 'RESERVATION'));
const forgetPerson: Remedy = (line, tables) =>
  run('loans-forget', { utilisateur_id: loanIn(tables, line)?.utilisateur_id ?? idIn(line, 'REPONSES') });

const closeLoan: Remedy = (line, tables) => {
  const { id, utilisateur_id, penalite, amende } = loanIn(tables, line);
  return run('users-close-loan', { utilisateur_id, emprunt_id: id, penalites: [penalite, amende].filter(Boolean) });
};
const returnCopy: Remedy = (line, tables) => {
  const { id, livre_id, exemplaire_id, statut } = loanIn(tables, line);
  return run('books-return-copy', {
    livre_id,
    emprunt_id: id,
    exemplaire_id,
    fin: statut === 'perdu' ? 'perte' : 'retour',
  });
};
const closeHold: Remedy = (line, tables) => {
  const reservation_id = idIn(line, 'RESERVATION');
  const utilisateur_id = /UTILISATEUR#/.test(line) ? idIn(line, 'UTILISATEUR') : loanIn(tables, line).utilisateur_id;
  return run('users-close-hold', { utilisateur_id, reservation_id });
};
const leaveQueue: Remedy = (line, tables) => {
  const reservation_id = idIn(line, 'RESERVATION');
  const livre_id = /LIVRE#/.test(line) ? idIn(line, 'LIVRE') : loanIn(tables, line).livre_id;
  return run('books-leave-queue', { livre_id, reservation_id });
};
const freeSlot: Remedy = (line) =>
  run('users-close-loan', {
    utilisateur_id: idIn(line, 'UTILISATEUR'),
    emprunt_id: idIn(line, 'EMPRUNT'),
    penalites: [],
  });
const freeCopy: Remedy = (line, { books }) => {
  const [livre_id, emprunt_id] = [idIn(line, 'LIVRE'), idIn(line, 'EMPRUNT')];
  const book = books.find((one) => isBook(one) && one.id === livre_id) as BookItem;
  const { exemplaire_id } = book.emprunts?.[emprunt_id] ?? {};
  return run('books-return-copy', { livre_id, emprunt_id, exemplaire_id, fin: 'annulation' });
};

/** Those that a person looks at and leaves: what is owed stands in the account, and the loan says another penalty. */
export const LEFT = ['du compte ne dit pas', 'qui n’est d’aucun emprunt'];

export const REMEDIES: Record<string, Remedy> = {
  'n’a pas sur le compte l’emprunt': giveBackIt,
  'n’a pas dans le livre l’emprunt': giveBackIt,
  '(en_cours) a sur le compte l’emprunt': giveBackIt,
  '(en_cours) a dans le livre l’emprunt': giveBackIt,
  'a dans le livre un autre exemplaire': giveBackIt,
  'est à un compte qui n’existe pas': giveBackIt,
  '(rendu) a sur le compte l’emprunt': closeLoan,
  '(perdu) a sur le compte l’emprunt': closeLoan,
  '(rendu) a dans le livre l’emprunt': returnCopy,
  '(perdu) a dans le livre l’emprunt': returnCopy,
  'a une place pour EMPRUNT#': freeSlot,
  'a un exemplaire pour EMPRUNT#': freeCopy,
  'n’a pas de place sur le compte': cancelIt,
  'n’est pas dans la file du livre': cancelIt,
  'est close et a encore sa place': closeHold,
  'a une place pour RESERVATION#': closeHold,
  'est close et reste dans la file': leaveQueue,
  'a dans sa file RESERVATION#': leaveQueue,
  'mène à une personne qui n’existe plus': forgetPerson,
};
