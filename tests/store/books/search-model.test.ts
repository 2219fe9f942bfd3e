import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { fewAtOnce, type Livre, newBook, type Query } from '../../support/books.ts';
import { often } from '../../support/extent.ts';
import { naivelyFinds, naivelyFindsEither, naiveSort } from '../../support/naive-search.ts';
import { emptyTables } from '../../support/read.ts';
import { readFewAtATime } from '../../support/wire.ts';
import { pagesOf } from './priced.ts';

/** Searches of every kind, in pages of every size, against the plainest search and the plainest order. */

const TITLES = [
  ...["L'Étranger", 'Le Petit Prince', 'Le petit prince, adapté', 'Petit prince', 'Spider-Man', 'Spider Man : le film'],
  ...['Boule & Bill', 'Boule et Bill', 'La Boule', 'O.N.U.', 'L’O.N.U. et le prince', '20 000 lieues sous les mers'],
  ...[
    '20000 lieues',
    'Les mers du Sud',
    'Le l',
    'Lettre à L.',
    'La lettre, le prince et l’étranger',
    'Week-end',
    'Prince',
  ],
  ...[
    'Étrange',
    'Étrangers',
    'Le prince étranger',
    'La petite fille',
    'Petits princes et petites boules',
    'Οδύσσεια και Ίλιάς',
    'الأَيَّام الجميلة',
    '…',
    '红楼梦',
  ],
];
const AUTHORS = [null, 'J.R.R. Tolkien', 'Albert Camus', 'Le Prince', 'Jean-Marie Le Clézio', "N'Guyen, P.", 'Boule'];
const TYPES = ['livre', 'dvd'];

const COPIES = 4;
let books: Livre[];

beforeAll(async () => {
  await emptyTables();
  books = await fewAtOnce(TITLES.length * COPIES, (n) =>
    newBook({
      titre: TITLES[n % TITLES.length],
      auteur: AUTHORS[(n * 5) % AUTHORS.length],
      tome: n % 3 === 0 ? String(12 - Math.floor(n / TITLES.length)) : null,
      type: TYPES[n % 5 === 0 ? 1 : 0],
      exemplaires: n % 4,
    }),
  );
}, 120_000);
afterAll(emptyTables);

const compare = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const naiveOrder =
  ({ titre, q }: Query) =>
  (one: Livre, other: Livre): number => {
    const typed = naiveSort(titre ?? q ?? '');
    const isFirst = (book: Livre) => typed !== '' && naiveSort(book.titre).startsWith(typed);
    return (
      Number(isFirst(other)) - Number(isFirst(one)) ||
      compare(naiveSort(one.titre), naiveSort(other.titre)) ||
      Number(one.tome ?? 0) - Number(other.tome ?? 0) ||
      compare(one.id, other.id)
    );
  };

const naiveSearch = (query: Query): string[] =>
  books
    .filter(
      ({ titre, auteur }) => naivelyFinds(query.titre ?? '', titre) && naivelyFinds(query.auteur ?? '', auteur ?? ''),
    )
    .filter(({ titre, auteur }) => naivelyFindsEither(query.q ?? '', titre, auteur ?? ''))
    .filter(({ type }) => query.type === undefined || type === query.type)
    .filter(({ exemplaires }) => query.disponible === undefined || String(exemplaires > 0) === query.disponible)
    .sort(naiveOrder(query))
    .map(({ id }) => id);

/** The beginning of a title or an author, or some of their words, in any order, or their beginnings. */
const text = fc.constantFrom(...TITLES.slice(0, -2), '红', ...AUTHORS.filter((author) => author !== null));
const words = fc
  .array(fc.tuple(text, fc.nat(), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 3 })
  .map((some) =>
    some
      .map(([whole, which, length]) => {
        const all = whole.split(' ');
        return (all[which % all.length] as string).slice(0, length);
      })
      .join(' '),
  );
const typed = fc
  .oneof(
    text,
    words,
    fc.tuple(text, fc.integer({ min: 1, max: 20 })).map(([whole, length]) => whole.slice(0, length)),
  )
  .filter((asked) => /[\p{L}\p{N}]/u.test(asked));
/** Seldom there. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const field = fc.constantFrom('titre', 'titre', 'q', 'q', 'auteur');
const queries = fc
  .tuple(
    field,
    typed,
    fc.record({
      titre: seldom(typed),
      auteur: seldom(typed),
      type: seldom(fc.constantFrom(...TYPES)),
      disponible: seldom(fc.constantFrom('true', 'false')),
    }),
  )
  .map(([name, asked, more]): Query => {
    const others = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
    return { ...others, [name]: asked };
  });

it.each([1, 4, 30, 5_000])(
  'a search whose Queries read %i items at most finds what it should, in its order and at its price',
  async (most) => {
    const stop = readFewAtATime(client, most);
    await fc
      .assert(
        fc.asyncProperty(queries, fc.integer({ min: 1, max: 40 }), async (query, limit) => {
          expect((await pagesOf(query, limit)).flat()).toEqual(naiveSearch(query));
        }),
        { numRuns: Number(process.env.MODEL_RUNS ?? often({ everyday: 5, thorough: 40 })), endOnFailure: false },
      )
      .finally(stop);
  },
  600_000,
);
