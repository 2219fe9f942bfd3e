import type { Context } from 'aws-lambda';
import { routes } from '../../tests/support/services.ts';
import { openLibrary } from './library.ts';
import { type Cost, costOf } from './meter.ts';
import { finish, print } from './report.ts';

/**
 * npm run bench -- cost counts what every operation asks of DynamoDB, in a library of a
 * thousand accounts, books and loans, and again in one of a hundred thousand of each. It fails when something that
 * finds the same has another price in the larger one, and when a verification reads more than a unit.
 */
const SMALL = 1_000;
const LARGE = 100_000;

/** Loans are spread by chance over four partitions of an index, and what is read of each is rounded up to half a unit. */
const CHANCE = 2;
const BY_CHANCE = '/emprunts/retards';

await openLibrary();
const { filler } = await import('./catalogue.ts');
const fill = await filler();
const { arrive } = await import('../../tests/support/gateway.ts');
const { call, makeOperations, send } = await import('./operations.ts');
const { PEOPLE_SEARCHES } = await import('./people.ts');
const operations = await makeOperations();
const { handler: reconcile } = await import('../../functions/loans/reconcile.ts');

const context = { awsRequestId: 'mesure', getRemainingTimeInMillis: () => 300_000 } as Context;

/** How many people the page of each search shows. */
const shown = new Map<string, number>();

async function pricesOfPeople() {
  const prices = new Map<string, Cost>();
  for (const q of PEOPLE_SEARCHES)
    prices.set(
      q,
      await costOf(async () => {
        const { elements } = await send(call('GET', `/utilisateurs?${new URLSearchParams({ q })}`));
        shown.set(q, elements.length);
      }),
    );
  return prices;
}

/** A page takes three Queries at most, and reads its accounts in one more request. */
const MOST_REQUESTS = 4;

/** @returns the price of everything in a library of that size, by name */
async function pricesAt(size: number) {
  await fill(size);
  const prices = new Map<string, Cost>();
  for (const [detail, prepare] of operations) {
    const asked = await prepare();
    const route = arrive(...asked).event.routeKey;
    prices.set(detail ? `${route} (${detail})` : route, await costOf(() => send(asked)));
  }
  prices.set('réconciliation, rien à régler', await costOf(() => reconcile({}, context)));
  return prices;
}

const [small, large] = [await pricesAt(SMALL), await pricesAt(LARGE)];
const pairs = [...small].map(([name, price]) => ({ name, price, later: large.get(name) as Cost }));

const rows = pairs.map(({ name, price, later }) => ({
  opération: name,
  requêtes: price.requests,
  lu: price.read,
  écrit: price.write,
  'requêtes (100 000)': later.requests,
  'lu (100 000)': later.read,
  'écrit (100 000)': later.write,
}));
print('Ce qui est demandé à DynamoDB, à 1 000 et à 100 000 comptes, livres et emprunts', rows);

const people = await pricesOfPeople();
print(
  'Chercher une personne : une page de 20, à 100 000 comptes',
  [...people].map(([q, { requests, read }]) => ({
    demandé: q,
    'sur la page': shown.get(q),
    requêtes: requests,
    'unités lues': read,
  })),
);

const isSame = (name: string, price: Cost, later: Cost) =>
  later.requests === price.requests &&
  later.write === price.write &&
  Math.abs(later.read - price.read) <= (name.includes(BY_CHANCE) ? CHANCE : 0);
const changed = pairs.filter(({ name, price, later }) => !isSame(name, price, later));
const missing = routes.filter(({ key }) => !pairs.some(({ name }) => name === key || name.startsWith(`${key} (`)));
const verification = large.get('GET /utilisateurs/{id}/verification');
finish([
  ...[...people].filter(([, { requests }]) => requests > MOST_REQUESTS).map(([q]) => `${q} : trop de requêtes.`),
  ...changed.map(({ name }) => `${name} n’a pas le même prix à toute taille.`),
  ...missing.map(({ key }) => `${key} n’est pas mesuré.`),
  ...(verification?.requests === 1 && verification.read <= 1 ? [] : ['Une vérification lit plus d’une unité.']),
]);
