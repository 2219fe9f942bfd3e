import { randomUUID } from 'node:crypto';
import { type Answer, call, newUser, type Options, someone } from '../../support/api.ts';
import { newBook, someBook } from '../../support/books.ts';
import { newLoan } from '../../support/loans.ts';
import { newPenalty, pay } from '../../support/users.ts';

/** Every operation of the system, as a request about somebody's things. The tests of the common rules walk through it. */

/** The identifiers of what a request is about. */
export interface Things {
  user: string;
  /** A penalty of that user. */
  penalty: string;
  /** A loan of that user, of another book than `book`. */
  loan: string;
  book: string;
  /** An account that has nothing. */
  idle: string;
}

/** New things, about which every request succeeds; `owing`, the penalty is still to be paid, which stands in the way of loans. */
export async function newThings({ owing = false } = {}): Promise<Things> {
  const { id: loan, utilisateur_id: user } = await newLoan();
  const penalty = await newPenalty(5, user);
  if (!owing) await pay(penalty, 5);
  return { user, penalty: penalty.id, loan, book: (await newBook()).id, idle: (await newUser()).id };
}

export type Request = readonly [method: string, path: string, body?: object];

interface Operation {
  /** Who may call it: everybody, librarians only, or librarians and the member whose things it is about. */
  who: 'everybody' | 'librarian' | 'owner';
  /** The status of its success. */
  status: number;
  request: (things: Things) => Request;
  /** It is about a penalty that is still to be paid. */
  owing?: true;
}

const penaltyPath = ({ user, penalty }: Things) => `/utilisateurs/${user}/penalites/${penalty}`;

export const OPERATIONS: Record<string, Operation> = {
  'users-create': { who: 'librarian', status: 201, request: () => ['POST', '/utilisateurs', someone()] },
  'users-list': { who: 'librarian', status: 200, request: () => ['GET', '/utilisateurs'] },
  'users-get': { who: 'owner', status: 200, request: ({ user }) => ['GET', `/utilisateurs/${user}`] },
  'users-update': {
    who: 'librarian',
    status: 200,
    request: ({ user }) => ['PATCH', `/utilisateurs/${user}`, { nom: 'Autre' }],
  },
  'users-delete': { who: 'librarian', status: 204, request: ({ idle }) => ['DELETE', `/utilisateurs/${idle}`] },
  'users-verify': { who: 'owner', status: 200, request: ({ user }) => ['GET', `/utilisateurs/${user}/verification`] },
  'users-add-penalty': {
    who: 'librarian',
    status: 201,
    request: ({ user }) => ['POST', `/utilisateurs/${user}/penalites`, { montant: 1, description: 'Retard' }],
  },
  'users-list-penalties': {
    who: 'owner',
    status: 200,
    request: ({ user }) => ['GET', `/utilisateurs/${user}/penalites`],
  },
  'users-get-penalty': { who: 'owner', status: 200, request: (things) => ['GET', penaltyPath(things)] },
  'users-pay-penalty': {
    who: 'librarian',
    status: 200,
    owing: true,
    request: (things) => ['POST', `${penaltyPath(things)}/paiements`, { montant: 1 }],
  },
  'users-waive-penalty': {
    who: 'librarian',
    status: 200,
    owing: true,
    request: (things) => ['POST', `${penaltyPath(things)}/annulation`, { motif: 'Erreur' }],
  },
  'books-create': { who: 'librarian', status: 201, request: () => ['POST', '/livres', someBook()] },
  'books-search': { who: 'everybody', status: 200, request: () => ['GET', '/livres'] },
  'books-get': { who: 'everybody', status: 200, request: ({ book }) => ['GET', `/livres/${book}`] },
  'books-availability': {
    who: 'everybody',
    status: 200,
    request: ({ book }) => ['GET', `/livres/${book}/disponibilite`],
  },
  'books-update': {
    who: 'librarian',
    status: 200,
    request: ({ book }) => ['PATCH', `/livres/${book}`, { annee: 1900 }],
  },
  'books-delete': { who: 'librarian', status: 204, request: ({ book }) => ['DELETE', `/livres/${book}`] },
  'loans-create': {
    who: 'librarian',
    status: 201,
    request: ({ user, book }) => ['POST', '/emprunts', { utilisateur_id: user, livre_id: book }],
  },
  'loans-get': { who: 'owner', status: 200, request: ({ loan }) => ['GET', `/emprunts/${loan}`] },
  'loans-list-by-user': {
    who: 'owner',
    status: 200,
    request: ({ user }) => ['GET', `/utilisateurs/${user}/emprunts`],
  },
  'loans-renew': { who: 'owner', status: 200, request: ({ loan }) => ['POST', `/emprunts/${loan}/prolongation`] },
  'loans-return': { who: 'librarian', status: 200, request: ({ loan }) => ['POST', `/emprunts/${loan}/retour`] },
  'loans-list-overdue': { who: 'librarian', status: 200, request: () => ['GET', '/emprunts/retards'] },
  'loans-notify-overdue': {
    who: 'librarian',
    status: 200,
    request: () => ['POST', '/emprunts/retards/notifications'],
  },
};

export const NAMES = Object.keys(OPERATIONS);

export const operation = (name: string): Operation => OPERATIONS[name] as Operation;
export const requestOf = (name: string, things: Things): Request => operation(name).request(things);

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
  loan: randomUUID(),
  book: randomUUID(),
  idle: randomUUID(),
});
