import { fuzz, type Page } from './fuzz-search.ts';
import { openLibrary } from './library.ts';
import { costOf } from './meter.ts';
import { finish, print } from './report.ts';

/**
 * npm run bench -- search fills a catalogue with a thousand books and then with a hundred thousand, and counts what a
 * page of twenty costs at each size, for searches of every kind and for thousands made up at random: `REQUETES`, and
 * `GRAINE` to have the same ones again. It fails when a page takes more than five Queries or 150 units.
 */
const SMALL = 1_000;
const LARGE = 100_000;
const MOST_QUERIES = 5;
const MOST_UNITS = 150;

const REQUESTS = Number(process.env.REQUETES ?? 3_000);
const SEED = Number(process.env.GRAINE ?? Date.now() % 1_000_000);

await openLibrary();
const { bookOf, fillCatalogue } = await import('./catalogue.ts');
const { call, send } = await import('./operations.ts');
const { tap } = await import('../../tests/support/wire.ts');

let queries = 0;
tap(({ kind }, go) => {
  if (kind === 'Query') queries += 1;
  return go();
});

async function pageOf(query: Record<string, string>): Promise<Page> {
  queries = 0;
  let page = { elements: [], curseur_suivant: undefined };
  const cost = await costOf(async () => {
    page = await send(call('GET', `/livres?${new URLSearchParams(query)}`));
  });
  return { ...cost, queries, shown: page.elements.length, next: page.curseur_suivant };
}

const SEARCHES: Record<string, string>[] = [
  {},
  ...['xylophone', 'le xylophone', 'rhinoceros', 'le', 'l', 'x', 'zy', 'le la', 'l d', 'jardin', 'le jardin'].map(
    (titre) => ({ titre }),
  ),
  ...['jardin maison tome', 'montagne', 'montagne rose', 'mont', 'letranger', "l'ile", 'quai cendre', 'pont bal'].map(
    (titre) => ({ titre }),
  ),
  ...['giraud jardin', 'marie', 'quesnel', 'martin le', 'marie martin', 'm'].map((q) => ({ q })),
  { titre: 'maison', auteur: 'quesnel' },
  { titre: 'le', auteur: 'giraud' },
  { auteur: 'marie' },
  { titre: 'le', disponible: 'true' },
  { titre: 'jardin', disponible: 'false' },
  { q: 'quesnel', disponible: 'false' },
  { disponible: 'false' },
  { type: 'dvd' },
];

const measured = async () => {
  const pages: Page[] = [];
  for (const query of SEARCHES) pages.push(await pageOf(query));
  return pages;
};

await fillCatalogue(SMALL);
const small = await measured();
await fillCatalogue(LARGE);
const large = await measured();

const worded = (query: Record<string, string>) =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ') || 'tout';

print(
  'Chercher : une page de 20, à 1 000 et à 100 000 livres',
  SEARCHES.map((query, n) => {
    const [before, after] = [small[n] as Page, large[n] as Page];
    return {
      demandé: worded(query),
      'sur la page': before.shown,
      Query: before.queries,
      unités: before.read,
      'sur la page (100 000)': after.shown,
      'Query (100 000)': after.queries,
      'unités (100 000)': after.read,
    };
  }),
);

const { pages, row } = await fuzz(REQUESTS, SEED, { size: LARGE, bookOf }, pageOf);
print(`${REQUESTS} recherches au hasard, GRAINE=${SEED}`, [row]);
const worst = pages.toSorted((one, other) => other.page.read - one.page.read).slice(0, 5);
print(
  'Les plus chères',
  worst.map(({ query, page }) => ({
    demandé: worded(query),
    'sur la page': page.shown,
    Query: page.queries,
    unités: page.read,
  })),
);

const all = [...SEARCHES.map((query, n) => ({ query, page: large[n] as Page })), ...pages];
finish(
  all
    .filter(({ page }) => page.queries > MOST_QUERIES || page.read > MOST_UNITS)
    .map(({ query, page }) => `${worded(query)} : ${page.queries} Query, ${page.read} unités.`),
);
