import { naiveWords } from '../naive-search.ts';
import { type BookItem, isBook } from '../read.ts';
import { said } from './said.ts';

const INDEXES = ['CATALOGUE', 'MOT#'];
const ALONE = ['IDEMPOTENCE', 'SEMIS', 'VOLUME'];

type Key = Pick<BookItem, 'pk' | 'sk'>;

const isGuard = ({ pk }: Key) => pk.startsWith('ISBN#');
const isIndex = ({ pk }: Key) => INDEXES.some((start) => pk.startsWith(start));
const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
const idOf = ({ sk }: Key) => sk.slice(sk.lastIndexOf('\t') + 1);

/** What is wrong among the items of the books table, in words. */
export function wrongBooks(items: BookItem[]): string[] {
  const books = items.filter(isBook);
  const guards = items.filter(isGuard);
  const index = items.filter(isIndex);
  const strangers = items.filter(
    (item) => ![isBook, isGuard, isIndex].some((is) => is(item)) && !ALONE.includes(item.sk),
  );
  const byBook = Map.groupBy(index, idOf);
  const ids = new Set(books.map(({ id }) => id));
  return [
    ...strangers.map((item) => `${nameOf(item)} is of no known kind`),
    ...index.filter((item) => !ids.has(idOf(item))).map((item) => `${nameOf(item)} leads to no book`),
    ...books.flatMap((book) => [...wrongBook(book, guards), ...wrongIndex(book, byBook.get(book.id as string) ?? [])]),
    ...guards.filter((guard) => !books.some((book) => owns(book, guard))).map((item) => `${nameOf(item)} is no book's`),
  ];
}

const owns = ({ id, isbn, tome }: BookItem, guard: BookItem) =>
  guard.livre_id === id && guard.pk === `ISBN#${isbn}` && guard.sk.slice(guard.sk.indexOf('\t') + 1) === (tome ?? '');

function wrongBook(book: BookItem, guards: BookItem[]): string[] {
  const { pk, isbn, exemplaires = 0, emprunts = {} } = book;
  const out = Object.keys(emprunts).length;
  const claims = guards.filter((guard) => owns(book, guard)).length;
  return said(pk, {
    [`has ${claims} guards for its ISBN ${isbn}`]: claims !== (isbn === null ? 0 : 1),
    [`has ${out} copies out of ${exemplaires}`]: out > exemplaires,
  });
}

const LONGEST = 60;

/** Where each word of a book has to be, but one that begins another; and where the list of all has the book. */
function placesOf({ titre = '', auteur }: BookItem): string[] {
  const all = [...naiveWords(titre), ...naiveWords(auteur ?? '')].map((word) => word.replace('_', ''));
  const words = [...new Set(all.map((word) => [...word].slice(0, LONGEST).join('')))];
  const found = words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
  return ['CATALOGUE', ...found.map((word) => `MOT#${[...word][0]} ${word}`)];
}

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
