import { randomUUID } from 'node:crypto';
import { run } from './lambda.ts';

/** The private commands of the users and the books service, sent as the loans service sends them. */

const DUE = '2999-01-01';

export interface Title {
  version: number;
  exemplaires: Record<string, { code_barres: string; etat: string }>;
  emprunts: Record<string, { exemplaire_id: string; date_echeance: string }>;
}

export const accountOf = async (userId: string) =>
  (await run('users-standing', { utilisateur_ids: [userId] })).comptes[0];

export const titleOf = async (bookId: string) =>
  (await run('books-standing', { livre_ids: [bookId] })).livres[0] as Title | null;

export const openLoan = (utilisateur_id: string, emprunt_id: string, version: number, date_echeance = DUE) =>
  run('users-open-loan', { utilisateur_id, emprunt_id, version, date_echeance, type: 'livre', livre_id: randomUUID() });

export const closeLoan = (utilisateur_id: string, emprunt_id: string, ...penalites: object[]) =>
  run('users-close-loan', { utilisateur_id, emprunt_id, penalites });

const takeCopy = (
  livre_id: string,
  emprunt_id: string,
  exemplaire_id: string,
  version: number,
  date_echeance = DUE,
  reservation_id: string | null = null,
) => run('books-take-copy', { livre_id, emprunt_id, exemplaire_id, version, date_echeance, reservation_id });

export const returnCopy = (livre_id: string, emprunt_id: string, exemplaire_id: string, fin = 'retour') =>
  run('books-return-copy', { livre_id, emprunt_id, exemplaire_id, fin });

/** Gives a new loan a copy of the book, when one is left. @returns the loan's id */
export async function newTaking(bookId: string, due = DUE): Promise<string> {
  const loanId = randomUUID();
  for (;;) {
    const title = await titleOf(bookId);
    const out = Object.values(title?.emprunts ?? {}).map(({ exemplaire_id }) => exemplaire_id);
    const copy = Object.keys(title?.exemplaires ?? {}).find((id) => !out.includes(id));
    if (!title || !copy) throw new Error('no copy is left');
    if ((await takeCopy(bookId, loanId, copy, title.version, due)).resultat === 'fait') return loanId;
  }
}
