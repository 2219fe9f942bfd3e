import { randomUUID } from 'node:crypto';
import { createBook } from '../../../lib/books/books.ts';
import { takeCopy } from '../../../lib/books/copies.ts';
import { lend } from '../../../lib/loans/lend.ts';
import type { LoanRecord } from '../../../lib/loans/rules.ts';
import { insertLoan } from '../../../lib/loans/store.ts';
import { today } from '../../../lib/runtime/clock.ts';
import { createUser } from '../../../lib/users/accounts.ts';
import { addPenalty } from '../../../lib/users/penalties.ts';
import { openLoan } from '../../../lib/users/slots.ts';
import { addDays } from '../../../lib/values/days.ts';
import { arrive } from '../../../tests/support/gateway.ts';
import { signToken } from '../../local/keys.ts';

/**
 * A real call of every function, which it answers with a success: to be imported once `openLibrary` has
 * set the environment. Each is made anew with all that it needs, so that it can be made any number of times.
 */
export interface Invocation {
  event: object;
  context: { awsRequestId: string };
}

/** What the lists find: more than a page. */
const LISTED = 25;
const OVERDUE_DAYS = 40;
const LONG_AGO_MS = 3_600_000;

const authorization = `Bearer ${await signToken('bibliothecaire')}`;

export const call = (method: string, path: string, body?: object): Invocation => {
  const headers = { authorization, ...(body && { 'content-type': 'application/json' }) };
  return arrive(method, path, headers, body && JSON.stringify(body));
};

const command = (functionName: string, event: object): Invocation => ({
  event,
  context: { awsRequestId: randomUUID(), ...{ functionName } },
});

const someone = () => ({ nom: 'Martin', prenom: 'Camille', email: `${randomUUID()}@example.org` });
const someBook = () => ({ titre: 'Les Misérables', auteur: 'Victor Hugo', isbn: null, annee: 1862, exemplaires: 3 });
const newUser = async () => (await createUser(someone())).id;
const newBook = async () => (await createBook(someBook())).id;
const newPenalty = async () => addPenalty(await newUser(), { montant: 10, description: 'Couverture abîmée' });
const newLoan = async () => lend({ utilisateur_id: await newUser(), livre_id: await newBook() });

const insert = async (over: Partial<LoanRecord>, userId?: string) => {
  const day = today();
  const loan: LoanRecord = {
    id: randomUUID(),
    utilisateur_id: userId ?? (await newUser()),
    livre_id: await newBook(),
    titre: 'Les Misérables',
    date_emprunt: addDays(day, -OVERDUE_DAYS),
    date_echeance: day,
    date_retour: null,
    statut: 'en_cours',
    prolongations: 0,
    penalite: null,
    notices: [],
    transit: null,
    ...over,
  };
  return (await insertLoan(loan, undefined)).item;
};

/** What is only read is made once. */
const reader = await newUser();
const book = await newBook();
const loan = await newLoan();
const penalty = await newPenalty();
const longAgo = new Date(Date.now() - LONG_AGO_MS).toISOString();

for (let n = 0; n < LISTED; n += 1) {
  await createUser({ ...someone(), nom: `Durand ${n}` });
  await createBook({ ...someBook(), titre: `L'Étranger, volume ${n}` });
  await addPenalty(reader, { montant: 1, description: 'Page cornée' });
  const echeance = addDays(today(), -OVERDUE_DAYS);
  const notice = { etape: 'J+30', echeance, etat: 'envoyee', date_envoi: longAgo } as const;
  await insert({ date_echeance: echeance, notices: [notice] }, reader);
}

export const calls: Record<string, () => Invocation | Promise<Invocation>> = {
  'users-create': () => call('POST', '/utilisateurs', someone()),
  'users-get': () => call('GET', `/utilisateurs/${reader}`),
  'users-list': () => call('GET', '/utilisateurs?nom=durand'),
  'users-update': () => call('PATCH', `/utilisateurs/${reader}`, { prenom: 'Dominique' }),
  'users-delete': async () => call('DELETE', `/utilisateurs/${await newUser()}`),
  'users-verify': () => call('GET', `/utilisateurs/${reader}/verification?nom=martin&prenom=Camille`),
  'users-add-penalty': () => call('POST', `/utilisateurs/${reader}/penalites`, { montant: 1, description: 'Retard' }),
  'users-list-penalties': () => call('GET', `/utilisateurs/${reader}/penalites`),
  'users-get-penalty': () => call('GET', `/utilisateurs/${penalty.utilisateur_id}/penalites/${penalty.id}`),
  'users-pay-penalty': async () => {
    const { utilisateur_id, id } = await newPenalty();
    return call('POST', `/utilisateurs/${utilisateur_id}/penalites/${id}/paiements`, { montant: 10 });
  },
  'users-waive-penalty': async () => {
    const { utilisateur_id, id } = await newPenalty();
    return call('POST', `/utilisateurs/${utilisateur_id}/penalites/${id}/annulation`, { motif: 'Geste commercial' });
  },
  'users-open-loan': async () => command('users-open-loan', slot(await newUser())),
  'users-close-loan': async () => {
    const { utilisateur_id, emprunt_id, ...rest } = slot(await newUser());
    await openLoan({ utilisateur_id, emprunt_id, ...rest });
    return command('users-close-loan', { utilisateur_id, emprunt_id, penalite: null });
  },

  'books-create': () => call('POST', '/livres', someBook()),
  'books-get': () => call('GET', `/livres/${book}`),
  'books-search': () => call('GET', '/livres?titre=etranger'),
  'books-update': () => call('PATCH', `/livres/${book}`, { annee: 1863 }),
  'books-delete': async () => call('DELETE', `/livres/${await newBook()}`),
  'books-availability': () => call('GET', `/livres/${book}/disponibilite`),
  'books-take-copy': async () => command('books-take-copy', copy(await newBook())),
  'books-return-copy': async () => {
    const { livre_id, emprunt_id, ...rest } = copy(await newBook());
    await takeCopy({ livre_id, emprunt_id, ...rest });
    return command('books-return-copy', { livre_id, emprunt_id });
  },

  'loans-create': async () => call('POST', '/emprunts', { utilisateur_id: await newUser(), livre_id: await newBook() }),
  'loans-get': () => call('GET', `/emprunts/${loan.id}`),
  'loans-list-by-user': () => call('GET', `/utilisateurs/${loan.utilisateur_id}/emprunts`),
  'loans-return': async () => call('POST', `/emprunts/${(await newLoan()).id}/retour`),
  'loans-renew': async () => call('POST', `/emprunts/${(await newLoan()).id}/prolongation`),
  'loans-list-overdue': () => call('GET', '/emprunts/retards'),
  'loans-notify-overdue': async () => {
    await insert({});
    return call('POST', '/emprunts/retards/notifications');
  },
  'loans-notify-daily': async () => {
    await insert({});
    return command('loans-notify-daily', {});
  },
  'loans-reconcile': async () => {
    const transit = { etape: 'retour', depuis: longAgo, debut: longAgo } as const;
    await insert({ statut: 'rendu', date_retour: today(), transit });
    return command('loans-reconcile', {});
  },

  docs: () => call('GET', '/docs'),
  'not-found': () => call('GET', '/rayons'),
};

const borrowing = () => ({ emprunt_id: randomUUID(), nature: 'pret', date_echeance: addDays(today(), 21) }) as const;
const slot = (utilisateur_id: string) => ({ utilisateur_id, ...borrowing() });
const copy = (livre_id: string) => ({ livre_id, ...borrowing() });
