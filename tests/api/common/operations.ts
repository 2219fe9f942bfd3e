import { randomUUID } from 'node:crypto';
import { type Answer, call, newUser, type Options, someone } from '../../support/api.ts';
import { newBook, someBook } from '../../support/books.ts';
import { copyOf } from '../../support/copies.ts';
import { newHold } from '../../support/holds.ts';
import { newLoan } from '../../support/loans.ts';
import { newPenalty, pay } from '../../support/users.ts';

/** Every operation of the system, as a request about somebody's things. The tests of the common rules walk through it. */

/** The identifiers of what a request is about. */
export interface Things {
  user: string;
  /** A penalty of that user. */
  penalty: string;
  /** A payment of that penalty. */
  payment: string;
  /** A loan of that user, of another book than `book`. */
  loan: string;
  book: string;
  /** The copy of that book. */
  copy: string;
  /** The barcode of the copy that the user has. */
  barcode: string;
  /** A book that is all out. */
  lent: string;
  /** A hold of that user, of another book that is all out. */
  hold: string;
  /** An account that has nothing. */
  idle: string;
}

/** New things, about which every request succeeds. With `owing` the penalty is unpaid, which forbids new loans. */
export async function newThings({ owing = false } = {}): Promise<Things> {
  const [loan, book, idle] = await Promise.all([newLoan(), newBook(), newUser()]);
  const hold = await newHold((await newLoan()).livre_id, loan.utilisateur_id);
  const penalty = await newPenalty(6, loan.utilisateur_id);
  const { mouvements } = (await pay(penalty, owing ? 1 : 6)).body;
  return {
    user: loan.utilisateur_id,
    penalty: penalty.id,
    payment: mouvements[0].id,
    loan: loan.id,
    book: book.id,
    copy: (await copyOf(book.id)).id,
    barcode: loan.code_barres,
    lent: (await newLoan()).livre_id,
    hold: hold.id,
    idle: idle.id,
  };
}

export type Request = readonly [method: string, path: string, body?: object];

/** Everybody, librarians only, or librarians and the member whose things the request is about. */
type Who = 'everybody' | 'librarian' | 'owner';

type Row = [who: Who, status: number, request: (things: Things) => Request];

const userPath = ({ user }: Things) => `/utilisateurs/${user}`;
const penaltyPath = (things: Things) => `${userPath(things)}/penalites/${things.penalty}`;
const bookPath = ({ book }: Things) => `/livres/${book}`;
const copyPath = (things: Things) => `${bookPath(things)}/exemplaires/${things.copy}`;
const holdPath = ({ hold }: Things) => `/reservations/${hold}`;
const loanPath = ({ loan }: Things) => `/emprunts/${loan}`;

/** By its name, who may call the operation, the status of its success and a request that succeeds. */
const OPERATIONS: Record<string, Row> = {
  'users-create': ['librarian', 201, () => ['POST', '/utilisateurs', someone()]],
  'users-list': ['librarian', 200, () => ['GET', '/utilisateurs']],
  'users-get': ['owner', 200, (things) => ['GET', userPath(things)]],
  'users-update': ['librarian', 200, (things) => ['PATCH', userPath(things), { nom: 'Autre' }]],
  'users-block': ['librarian', 200, (things) => ['PUT', `${userPath(things)}/blocage`, { motif: 'x' }]],
  'users-unblock': ['librarian', 204, (things) => ['DELETE', `${userPath(things)}/blocage`]],
  'users-delete': ['librarian', 204, ({ idle }) => ['DELETE', `/utilisateurs/${idle}`]],
  'users-verify': ['owner', 200, (things) => ['GET', `${userPath(things)}/verification`]],
  'users-add-penalty': ['librarian', 201, (things) => ['POST', `${userPath(things)}/penalites`, PENALTY]],
  'users-list-penalties': ['owner', 200, (things) => ['GET', `${userPath(things)}/penalites`]],
  'users-get-penalty': ['owner', 200, (things) => ['GET', penaltyPath(things)]],
  'users-pay-penalty': ['librarian', 200, (things) => ['POST', `${penaltyPath(things)}/paiements`, { montant: 1 }]],
  'users-strike-payment': [
    'librarian',
    200,
    (things) => ['POST', `${penaltyPath(things)}/paiements/${things.payment}/annulation`, { motif: 'x' }],
  ],
  'users-list-unpaid': ['librarian', 200, () => ['GET', '/penalites']],
  'users-waive-penalty': ['librarian', 200, (things) => ['POST', `${penaltyPath(things)}/annulation`, { motif: 'x' }]],
  'books-create': ['librarian', 201, () => ['POST', '/livres', someBook()]],
  'books-search': ['everybody', 200, () => ['GET', '/livres']],
  'books-get': ['everybody', 200, (things) => ['GET', bookPath(things)]],
  'books-availability': ['everybody', 200, (things) => ['GET', `${bookPath(things)}/disponibilite`]],
  'books-update': ['librarian', 200, (things) => ['PATCH', bookPath(things), { annee: 1900 }]],
  'books-delete': ['librarian', 204, (things) => ['DELETE', bookPath(things)]],
  'books-add-copy': ['librarian', 201, (things) => ['POST', `${bookPath(things)}/exemplaires`, { cote: 'R ABC' }]],
  'books-list-copies': ['everybody', 200, (things) => ['GET', `${bookPath(things)}/exemplaires`]],
  'books-update-copy': ['librarian', 200, (things) => ['PATCH', copyPath(things), { cote: 'R ABC' }]],
  'books-delete-copy': ['librarian', 204, (things) => ['DELETE', copyPath(things)]],
  'books-find-copy': ['librarian', 200, ({ barcode }) => ['GET', `/exemplaires/${barcode}`]],
  'loans-create': [
    'librarian',
    201,
    ({ user, book }) => ['POST', '/emprunts', { utilisateur_id: user, livre_id: book }],
  ],
  'loans-get': ['owner', 200, (things) => ['GET', loanPath(things)]],
  'loans-list-by-user': ['owner', 200, (things) => ['GET', `${userPath(things)}/emprunts`]],
  'loans-renew': ['owner', 200, (things) => ['POST', `${loanPath(things)}/prolongation`]],
  'loans-return': ['librarian', 200, (things) => ['POST', `${loanPath(things)}/retour`]],
  'loans-lose': ['librarian', 200, (things) => ['POST', `${loanPath(things)}/perte`, { montant: 12 }]],
  'loans-scan': ['librarian', 200, ({ barcode }) => ['POST', '/retours', { code_barres: barcode }]],
  'loans-list-by-book': ['librarian', 200, (things) => ['GET', `${bookPath(things)}/emprunts`]],
  'loans-place-hold': [
    'owner',
    201,
    ({ user, lent }) => ['POST', '/reservations', { utilisateur_id: user, livre_id: lent }],
  ],
  'loans-get-hold': ['owner', 200, (things) => ['GET', holdPath(things)]],
  'loans-list-holds-by-user': ['owner', 200, (things) => ['GET', `${userPath(things)}/reservations`]],
  'loans-list-holds-by-book': ['librarian', 200, (things) => ['GET', `${bookPath(things)}/reservations`]],
  'loans-list-shelf': ['librarian', 200, () => ['GET', '/reservations?statut=mise_de_cote']],
  'loans-suspend-hold': [
    'owner',
    200,
    (things) => ['POST', `${holdPath(things)}/suspension`, { jusqu_au: '2999-01-01' }],
  ],
  'loans-resume-hold': ['owner', 200, (things) => ['POST', `${holdPath(things)}/reprise`]],
  'loans-cancel-hold': ['owner', 200, (things) => ['POST', `${holdPath(things)}/annulation`]],
  'loans-list-overdue': ['librarian', 200, () => ['GET', '/emprunts/retards']],
  'loans-notify-overdue': ['librarian', 200, () => ['POST', '/emprunts/retards/notifications']],
};
const PENALTY = { montant: 1, description: 'Retard' };

export const NAMES = Object.keys(OPERATIONS);

/** The operations that want a penalty which is still to be paid, in an order in which all of them may be called. */
export const OWING = ['users-pay-penalty', 'users-strike-payment', 'users-waive-penalty'];

const rowOf = (name: string): Row => OPERATIONS[name] as Row;
export const callableBy = (...who: Who[]): string[] => NAMES.filter((name) => who.includes(rowOf(name)[0]));
export const statusOf = (name: string): number => rowOf(name)[1];
export const requestOf = (name: string, things: Things): Request => rowOf(name)[2](things);

/** Calls the operation about these things. */
export function send(name: string, things: Things, options: Options & { query?: string } = {}): Promise<Answer> {
  const [method, path, body] = requestOf(name, things);
  const { query = '', ...rest } = options;
  return call(method, path + query, { body, ...rest });
}

/** Things that nobody has. */
export const noThings = (): Things => ({
  user: randomUUID(),
  penalty: randomUUID(),
  payment: randomUUID(),
  loan: randomUUID(),
  book: randomUUID(),
  copy: randomUUID(),
  barcode: 'NULLE-PART',
  lent: randomUUID(),
  hold: randomUUID(),
  idle: randomUUID(),
});
