import { Faker, fr } from '@faker-js/faker';
import { wordsIn } from '../../lib/values/fold.ts';
import type { Cost } from './meter.ts';
import { quantile } from './report.ts';

/** Searches made up at random from the words of the books of a catalogue, and pages that follow. */

/** A page, and what it cost. */
export interface Page extends Cost {
  queries: number;
  shown: number;
  next: string | undefined;
}

type Query = Record<string, string>;
type Ask = (query: Query) => Promise<Page>;
type BookOf = (n: number) => { titre: string; auteur: string | null };

/** The catalogue that is searched. */
interface Catalogue {
  size: number;
  bookOf: BookOf;
}

/** Beginnings of words of one book, now and then of another: one to four of them, of a letter to the whole. */
function someWords(random: Faker, { size, bookOf }: Catalogue): string {
  const book = () => bookOf(random.number.int(size - 1));
  const first = book();
  const count = random.number.int({ min: 1, max: 4 });
  return Array.from({ length: count }, () => {
    const { titre, auteur } = random.datatype.boolean(0.75) ? first : book();
    const word = random.helpers.arrayElement(wordsIn(`${titre} ${auteur ?? ''}`));
    return random.datatype.boolean(0.5) ? word : word.slice(0, random.number.int({ min: 1, max: word.length }));
  }).join(' ');
}

function someQuery(random: Faker, catalogue: Catalogue): Query {
  const field = random.helpers.weightedArrayElement([
    { weight: 4, value: 'q' },
    { weight: 4, value: 'titre' },
    { weight: 2, value: 'auteur' },
  ]);
  return {
    [field]: someWords(random, catalogue),
    ...(random.datatype.boolean(0.1) && { titre: someWords(random, catalogue) }),
    ...(random.datatype.boolean(0.15) && { disponible: String(random.datatype.boolean()) }),
  };
}

/** Asks for a page, and goes on from it now and then: what comes first is then behind. */
export async function fuzz(count: number, seed: number, catalogue: Catalogue, ask: Ask) {
  const random = new Faker({ locale: fr, seed });
  const pages: { query: Query; page: Page }[] = [];
  let following: Query | undefined;
  while (pages.length < count) {
    const query = following ?? someQuery(random, catalogue);
    const page = await ask(query);
    pages.push({ query, page });
    following = page.next && random.datatype.boolean(0.6) ? { ...query, curseur: page.next } : undefined;
    if (pages.length % 500 === 0) console.error(`${pages.length} recherches sur ${count}`);
  }
  const units = pages.map(({ page }) => page.read);
  const short = pages.filter(({ page }) => page.next !== undefined && page.shown < 20).length;
  const most = Math.max(...pages.map(({ page }) => page.queries));
  const row = {
    'unités, p50': quantile(units, 0.5),
    p90: quantile(units, 0.9),
    p99: quantile(units, 0.99),
    'au plus': Math.max(...units),
    'Query au plus': most,
    'pages courtes, %': (100 * short) / count,
  };
  return { pages, row };
}
