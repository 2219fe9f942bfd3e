import { randomUUID } from 'node:crypto';
import { mock } from 'node:test';
import { type arrive, invoke } from '../../tests/support/gateway.ts';
import { newIsbn } from '../../tests/support/isbn.ts';
import { signToken } from '../local/keys.ts';

/** Every operation of the API. What the operations act on is made by the API itself, so nothing here knows how it is stored. */

type Call = Parameters<typeof arrive>;

const authorization = `Bearer ${await signToken('bibliothecaire')}`;

/** A librarian's call, with an `Idempotency-Key` or without. */
export const call = (method: string, path: string, body?: object, isKeyed = false): Call => {
  const headers = { authorization, ...(isKeyed && { 'idempotency-key': randomUUID() }) };
  const text = body && JSON.stringify(body);
  return [method, path, text ? { ...headers, 'content-type': 'application/json' } : headers, text];
};

/** Makes the call in this process. @throws Error when it is not answered with a success */
export async function send(asked: Call) {
  const { status, body } = await invoke(...asked);
  if (status >= 300) throw new Error(`${asked[0]} ${asked[1]}: ${status} ${JSON.stringify(body)}`);
  return body;
}

const create = async (path: string, body?: object): Promise<string> => (await send(call('POST', path, body))).id;

const DAY_MS = 24 * 3600 * 1000;

/** Does the work with the clock so many days back. */
function daysAgo<T>(days: number, work: () => Promise<T>): Promise<T> {
  mock.timers.enable({ apis: ['Date'], now: Date.now() - days * DAY_MS });
  return work().finally(() => mock.timers.reset());
}

const someone = (nom = 'Durand') => ({ nom, prenom: 'Camille', email: `${randomUUID()}@exemple.fr` });
const newUser = (nom?: string) => create('/utilisateurs', someone(nom));

const WORK = { titre: 'Les Misérables', auteur: 'Victor Hugo', annee: 1862 };
const someBook = (exemplaires = 3) => ({ ...WORK, isbn: newIsbn().thirteen, exemplaires });
const newBook = () => create('/livres', someBook());

/** @returns the path of a copy of a new book */
async function newCopy(): Promise<string> {
  const path = `/livres/${await newBook()}/exemplaires`;
  return `${path}/${await create(path, {})}`;
}

const somePenalty = { montant: 10, description: 'Couverture abîmée' };

/** @returns the path of a new penalty of ten euros */
async function newPenalty(isPaid = false, userId?: string): Promise<string> {
  const path = `/utilisateurs/${userId ?? (await newUser())}/penalites`;
  const penalty = `${path}/${await create(path, somePenalty)}`;
  if (isPaid) await send(call('POST', `${penalty}/paiements`, { montant: 10 }));
  return penalty;
}
/** @returns the path by which the payment of a new penalty is struck */
async function newPayment(): Promise<string> {
  const path = `${await newPenalty()}/paiements`;
  const { mouvements } = await send(call('POST', path, { montant: 10 }));
  return `${path}/${mouvements[0].id}/annulation`;
}
const ownerOf = (penalty: string) => penalty.slice(0, penalty.indexOf('/penalites'));

export const newLoan = async (utilisateur_id?: string, livre_id?: string) =>
  create('/emprunts', { utilisateur_id: utilisateur_id ?? (await newUser()), livre_id: livre_id ?? (await newBook()) });
export const giveBack = (loanId: string) => send(call('POST', `/emprunts/${loanId}/retour`));

/** The barcode of a copy that is out. */
async function lentCopy(): Promise<{ code_barres: string }> {
  const { code_barres } = await send(call('GET', `/emprunts/${await newLoan()}`));
  return { code_barres };
}

/** A book whose only copy is out, with those who wait for it. */
async function awaited(waiting = 1) {
  const livre_id = await create('/livres', someBook(1));
  const loan = await newLoan(undefined, livre_id);
  const people = await times(waiting, newUser);
  const holds: string[] = [];
  for (const utilisateur_id of people) holds.push(await create('/reservations', { utilisateur_id, livre_id }));
  return { livre_id, loan, people, holds };
}

/** The book is set aside for the first of those who wait, who comes for it. */
async function fetched(waiting: number): Promise<Call> {
  const { livre_id, loan, people } = await awaited(waiting);
  await giveBack(loan);
  return call('POST', '/emprunts', { utilisateur_id: people[0], livre_id });
}

/** Does it so many times, one after the other. */
export async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < count; n += 1) results.push(await work());
  return results;
}

// ── the operations ──────────────────────────────────────────────────────────────────────────────

/** An operation of the API: a detail of the call, in French, and a function that makes the call and everything it acts on. */
export type Operation = readonly [detail: string, prepare: () => Promise<Call>];

const NAME = 'Xylandre';

const LISTED = 25;
const HELD = 5;
const REMINDED = 20;
/** As many as may wait for a book. */
const QUEUE = 200;
/** Days since the loan, when it is about ten days late and a reminder is due. */
const LATE = 31;

const toRemind: string[] = [];
const remind = call('POST', '/emprunts/retards/notifications');

/** The people who were reminded the last time bring their books back, so that as many are to be reminded each time. */
async function nobodyToRemind(): Promise<Call> {
  for (const id of toRemind.splice(0)) await giveBack(id);
  return remind;
}

async function someToRemind(): Promise<Call> {
  toRemind.push(...(await times(REMINDED, () => daysAgo(LATE, newLoan))));
  return remind;
}

const get = (path: string) => async () => call('GET', path);
const lend =
  (isKeyed = false) =>
  async () => {
    const body = { utilisateur_id: await newUser(), livre_id: await newBook() };
    return call('POST', '/emprunts', body, isKeyed);
  };
const takeBack =
  (days = 0, isKeyed = false) =>
  async () =>
    call('POST', `/emprunts/${await daysAgo(days, newLoan)}/retour`, undefined, isKeyed);

/**
 * Makes what all operations act on: a reader with loans that are out, returned loans and paid penalties, unpaid penalties, namesakes,
 * and people who are late and have been written to. Of all that is listed there is more than a page.
 */
export async function makeOperations(): Promise<readonly Operation[]> {
  const reader = await newUser();
  const book = (await send(call('POST', '/livres', someBook(100)))) as { id: string; isbn: string };
  await times(LISTED, async () => giveBack(await newLoan(reader, book.id)));
  const [loan] = await times(HELD, () => newLoan(reader));
  await times(LISTED, async () => newLoan(await newUser(), book.id));
  const [penalty] = await times(LISTED, () => newPenalty(true, reader));
  await times(LISTED, () => newPenalty());
  await times(LISTED, () => newUser(NAME));
  await times(LISTED, () => daysAgo(LATE, newLoan));
  await send(call('POST', '/emprunts/retards/notifications'));

  const queue = await awaited(QUEUE);

  const user = `/utilisateurs/${reader}`;
  const { email } = await send(call('GET', user));
  const newPath = async () => `/utilisateurs/${await newUser()}`;
  return [
    ['', async () => call('POST', '/utilisateurs', someone())],
    ['avec une clé', async () => call('POST', '/utilisateurs', someone(), true)],
    ['par nom, page de 20', get(`/utilisateurs?nom=${NAME}`)],
    ['par mots, page de 20', get(`/utilisateurs?q=${NAME}`)],
    ['par e-mail', get(`/utilisateurs?email=${email}`)],
    ['', get(user)],
    ['nom', async () => call('PATCH', await newPath(), { nom: 'Dupond' })],
    ['e-mail', async () => call('PATCH', await newPath(), { email: someone().email })],
    ['', async () => call('PUT', `${await newPath()}/blocage`, { motif: 'Carte prêtée' })],
    ['', async () => call('DELETE', `${await newPath()}/blocage`)],
    ['une pénalité', async () => call('DELETE', ownerOf(await newPenalty(true)))],
    ['', get(`${user}/verification?nom=Durand`)],
    ['', async () => call('POST', `${await newPath()}/penalites`, somePenalty)],
    ['page de 20', get(`${user}/penalites`)],
    ['', get(penalty as string)],
    ['', async () => call('POST', `${await newPenalty()}/paiements`, { montant: 10 })],
    ['', async () => call('POST', await newPayment(), { motif: 'Saisi deux fois' })],
    ['page de 20', get('/penalites')],
    ['', async () => call('POST', `${await newPenalty()}/annulation`, { motif: 'Geste commercial' })],
    ['4 mots, ISBN', async () => call('POST', '/livres', someBook())],
    ['par ISBN', get(`/livres?isbn=${book.isbn}`)],
    ['', get(`/livres/${book.id}`)],
    ['exemplaires', async () => call('PATCH', `/livres/${await newBook()}`, { exemplaires: 4 })],
    ['titre de 2 mots', async () => call('PATCH', `/livres/${await newBook()}`, { titre: 'Les Travailleurs' })],
    ['4 mots, ISBN', async () => call('DELETE', `/livres/${await newBook()}`)],
    ['', get(`/livres/${book.id}/disponibilite`)],
    ['', async () => call('POST', `/livres/${await newBook()}/exemplaires`, {})],
    ['25 dehors, page de 20', get(`/livres/${book.id}/exemplaires`)],
    ['cote', async () => call('PATCH', await newCopy(), { cote: 'R HUG' })],
    ['', async () => call('DELETE', await newCopy())],
    ['', async () => call('GET', `/exemplaires/${(await lentCopy()).code_barres}`)],
    ['', lend()],
    ['avec une clé', lend(true)],
    ['', get(`/emprunts/${loan}`)],
    ['5 en cours', get(`${user}/emprunts`)],
    ['rendus, page de 20', get(`${user}/emprunts?statut=rendu`)],
    ["à l'heure", takeBack()],
    ["à l'heure, avec une clé", takeBack(0, true)],
    ['en retard', takeBack(LATE)],
    ['', async () => call('POST', '/retours', await lentCopy())],
    ['réservé', async () => call('POST', `/emprunts/${(await awaited()).loan}/retour`)],
    [
      '',
      async () =>
        call('POST', '/reservations', { utilisateur_id: await newUser(), livre_id: (await awaited(0)).livre_id }),
    ],
    ['', get(`/reservations/${queue.holds[0]}`)],
    ['200 attendent, page de 20', get(`/livres/${queue.livre_id}/reservations`)],
    ['mis de côté', get('/reservations?statut=mise_de_cote')],
    ['', async () => call('POST', `/reservations/${(await awaited()).holds[0]}/annulation`)],
    ['réservé', () => fetched(1)],
    ['réservé, 200 attendent', () => fetched(QUEUE)],
    ['', async () => call('POST', `/emprunts/${await newLoan()}/perte`)],
    ['25 dehors, page de 20', get(`/livres/${book.id}/emprunts`)],
    ['', async () => call('POST', `/emprunts/${await newLoan()}/prolongation`)],
    ['page de 20', get('/emprunts/retards')],
    ['rien à envoyer', nobodyToRemind],
    ['20 rappels', someToRemind],
  ];
}
