import { naiveWords } from '../naive-search.ts';
import { type BookItem, isBook } from '../read.ts';
import { said } from './said.ts';

const INDEXES = ['CATALOGUE', 'TITRE#', 'AUTEUR#'];
const ALONE = ['IDEMPOTENCE', 'SEMIS', 'VOLUME'];

type Key = Pick<BookItem, 'pk' | 'sk'>;

const isGuard = ({ sk }: Key) => sk === 'ISBN';
const isIndex = ({ pk }: Key) => INDEXES.some((start) => pk.startsWith(start));
const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

/** What is wrong among the items of the books table, in words. */
export function wrongBooks(items: BookItem[]): string[] {
  const books = items.filter(isBook);
  const guards = items.filter(isGuard);
  const index = items.filter(isIndex);
  const strangers = items.filter(
    (item) => ![isBook, isGuard, isIndex].some((is) => is(item)) && !ALONE.includes(item.sk),
  );
  const byBook = Map.groupBy(index, ({ livre_id }) => livre_id);
  const ids = new Set(books.map(({ id }) => id));
  return [
    ...strangers.map((item) => `${nameOf(item)} is of no known kind`),
    ...index.filter(({ livre_id }) => !ids.has(livre_id)).map((item) => `${nameOf(item)} leads to no book`),
    ...books.flatMap((book) => [...wrongBook(book, guards), ...wrongIndex(book, byBook.get(book.id) ?? [])]),
    ...guards.filter((guard) => !books.some((book) => owns(book, guard))).map(({ pk }) => `${pk} is no book's`),
  ];
}

const owns = ({ id, isbn }: BookItem, guard: BookItem) => guard.livre_id === id && guard.pk === `ISBN#${isbn}`;

function wrongBook(book: BookItem, guards: BookItem[]): string[] {
  const { pk, isbn, exemplaires = 0, emprunts = {} } = book;
  const out = Object.keys(emprunts).length;
  const claims = guards.filter((guard) => owns(book, guard)).length;
  return said(pk, {
    [`has ${claims} guards for its ISBN ${isbn}`]: claims !== (isbn === null ? 0 : 1),
    [`has ${out} copies out of ${exemplaires}`]: out > exemplaires,
  });
}

/** Where each word of a book has to be, and where the list of all has it. */
const placesOf = ({ titre = '', auteur = '' }: BookItem): string[] => [
  'CATALOGUE',
  ...new Set(naiveWords(titre).map((word) => `TITRE#${[...word][0]} ${word}`)),
  ...new Set(naiveWords(auteur).map((word) => `AUTEUR#${[...word][0]} ${word}`)),
];

const placeOf = ({ pk, sk }: Key): string => (pk === 'CATALOGUE' ? pk : `${pk} ${sk.slice(0, sk.indexOf('\t'))}`);

function wrongIndex(book: BookItem, own: BookItem[]): string[] {
  const wanted = placesOf(book);
  const present = own.map(placeOf);
  const surplus = present.filter((place, n) => !wanted.includes(place) || present.indexOf(place) !== n);
  return [
    ...wanted.filter((place) => !present.includes(place)).map((place) => `${book.pk} is not found at ${place}`),
    ...surplus.map((place) => `${book.pk} is found at ${place} though nothing puts it there`),
  ];
}
