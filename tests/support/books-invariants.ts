import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { naiveWords } from './naive-search.ts';

/** What holds in the books table at any time, whatever was done and whatever failed meanwhile. */

interface Key {
  pk: string;
  sk: string;
}

export interface Item extends Key {
  id?: string;
  titre?: string;
  auteur?: string;
  isbn?: string | null;
  exemplaires?: number;
  emprunts?: Record<string, string>;
  a_retirer?: Key[];
  livre_id?: string;
}

/** A client of its own: faults injected in the code's client do not reach it, nor is it counted. */
const db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string }));

/** Every item of this test file's books table. */
export async function readTable(): Promise<Item[]> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await db.send(
      new ScanCommand({ TableName: process.env.LIVRES_TABLE, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

const INDEXES = ['CATALOGUE', 'TITRE#', 'AUTEUR#'];
const ALONE = ['IDEMPOTENCE', 'SEMIS', 'VOLUME'];

const isBook = ({ sk }: Item) => sk === 'LIVRE';
const isGuard = ({ sk }: Item) => sk === 'ISBN';
const isIndex = ({ pk }: Item) => INDEXES.some((start) => pk.startsWith(start));
const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

/** Every book, read past the service. */
export const allBooks = async (): Promise<string[]> => (await readTable()).filter(isBook).map(({ id }) => id as string);

/** The books whose change was cut off between its two steps: these and no others may have words to sweep. */
export const unsweptBooks = async (): Promise<string[]> =>
  (await readTable()).filter(({ a_retirer }) => a_retirer !== undefined).map(({ id }) => id as string);

/**
 * What is wrong in the table, in words; nothing is as it should be.
 * @param unswept books that may have words of a former title left, if they say which
 */
export async function violations(unswept: readonly string[] = []): Promise<string[]> {
  const items = await readTable();
  const books = items.filter(isBook);
  const guards = items.filter(isGuard);
  const leftOver = new Set(
    books.filter(({ id }) => unswept.includes(id as string)).flatMap(({ a_retirer = [] }) => a_retirer.map(nameOf)),
  );
  const index = items.filter((item) => isIndex(item) && !leftOver.has(nameOf(item)));
  const strangers = items.filter(
    (item) => ![isBook, isGuard, isIndex].some((is) => is(item)) && !ALONE.includes(item.sk),
  );
  const byBook = Map.groupBy(index, ({ livre_id }) => livre_id);
  const ids = new Set(books.map(({ id }) => id));
  return [
    ...strangers.map((item) => `${nameOf(item)} is of no known kind`),
    ...index.filter(({ livre_id }) => !ids.has(livre_id)).map((item) => `${nameOf(item)} leads to no book`),
    ...books.flatMap((book) => [
      ...wrongWithBook(book, guards, unswept),
      ...wrongWithIndex(book, byBook.get(book.id) ?? []),
    ]),
    ...guards.filter((guard) => !books.some((book) => owns(book, guard))).map((guard) => `${guard.pk} is no book's`),
  ];
}

const owns = (book: Item, guard: Item) => guard.livre_id === book.id && guard.pk === `ISBN#${book.isbn}`;

function wrongWithBook(book: Item, guards: Item[], unswept: readonly string[]): string[] {
  const out = Object.keys(book.emprunts ?? {}).length;
  const claims = guards.filter((guard) => owns(book, guard)).length;
  const complaints: Record<string, boolean> = {
    [`has ${claims} guards for its ISBN ${book.isbn}`]: claims !== (book.isbn === null ? 0 : 1),
    [`has ${out} copies out of ${book.exemplaires}`]: out > (book.exemplaires ?? 0),
    'still has words of a former title to sweep': book.a_retirer !== undefined && !unswept.includes(book.id as string),
  };
  return Object.keys(complaints)
    .filter((complaint) => complaints[complaint])
    .map((complaint) => `${book.pk} ${complaint}`);
}

/** Where each word of a book has to be, and where the list of all has it. */
const placesOf = ({ titre = '', auteur = '' }: Item): string[] => [
  'CATALOGUE',
  ...new Set(naiveWords(titre).map((word) => `TITRE#${[...word][0]} ${word}`)),
  ...new Set(naiveWords(auteur).map((word) => `AUTEUR#${[...word][0]} ${word}`)),
];

const placeOf = ({ pk, sk }: Key): string => (pk === 'CATALOGUE' ? pk : `${pk} ${sk.slice(0, sk.indexOf('\t'))}`);

function wrongWithIndex(book: Item, own: Item[]): string[] {
  const wanted = placesOf(book);
  const present = own.map(placeOf);
  const surplus = present.filter((place, n) => !wanted.includes(place) || present.indexOf(place) !== n);
  return [
    ...wanted.filter((place) => !present.includes(place)).map((place) => `${book.pk} is not found at ${place}`),
    ...surplus.map((place) => `${book.pk} is found at ${place} though nothing puts it there`),
  ];
}
