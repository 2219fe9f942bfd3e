import { naiveWords } from '../naive-search.ts';
import { type BookItem, isBook } from '../read.ts';
import { said } from './said.ts';

const INDEXES = ['CATALOGUE', 'MOT#'];
const ALONE = ['IDEMPOTENCE', 'SEMIS', 'VOLUME', 'EXEMPLAIRE', 'SERIE'];

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
    ...strayCopies(books, items),
    ...books.flatMap((book) => [
      ...wrongBook(book, guards),
      ...wrongCopies(book, items),
      ...wrongIndex(book, byBook.get(book.id as string) ?? []),
    ]),
    ...guards.filter((guard) => !books.some((book) => owns(book, guard))).map((item) => `${nameOf(item)} is no book's`),
  ];
}

/** A copy's barcode is kept to it by an item of its own, or by the series of its title. */
function wrongCopies(book: BookItem, items: BookItem[]): string[] {
  const { pk, id, exemplaires = {}, emprunts = {}, serie } = book;
  const lent = Object.values(emprunts).map(({ exemplaire_id }) => exemplaire_id);
  const keeps = (key: string, copy?: string) =>
    items.some((item) => item.pk === key && item.livre_id === id && item.exemplaire_id === copy);
  return [
    ...said(pk, {
      'lends a copy twice': new Set(lent).size !== lent.length,
      'lends a copy that it has not': lent.some((copy) => !exemplaires[copy]),
      'lends a copy that is not in service': lent.some((copy) => exemplaires[copy]?.etat !== 'en_service'),
      'has no guard for its series': !!serie && !keeps(`SERIE#${serie.numero}`),
    }),
    ...Object.entries(exemplaires).flatMap(([copy, { code_barres, fiche }]) =>
      said(`${pk} ${code_barres}`, {
        'has no guard': fiche
          ? !keeps(`EXEMPLAIRE#${code_barres}`, copy)
          : !code_barres.startsWith(String(serie?.numero)),
      }),
    ),
  ];
}

/** Barcodes that are of two copies, and guards that no book knows. */
function strayCopies(books: BookItem[], items: BookItem[]): string[] {
  const barcodes = books.flatMap(({ exemplaires = {} }) => Object.values(exemplaires).map((copy) => copy.code_barres));
  const known = new Set(barcodes);
  const stray = items.filter(({ pk, sk }) => sk === 'EXEMPLAIRE' && !known.has(pk.slice('EXEMPLAIRE#'.length)));
  const series = items.filter(
    ({ pk, sk, livre_id }) =>
      sk === 'SERIE' && livre_id && !books.some((book) => `SERIE#${book.serie?.numero}` === pk && book.id === livre_id),
  );
  return [
    ...barcodes.filter((code, n) => barcodes.indexOf(code) !== n).map((code) => `${code} is of two copies`),
    ...stray.map(({ pk }) => `${pk} is no copy's`),
    ...series.map(({ pk }) => `${pk} is no book's`),
  ];
}

const owns = ({ id, isbn, tome }: BookItem, guard: BookItem) =>
  guard.livre_id === id && guard.pk === `ISBN#${isbn}` && guard.sk.slice(guard.sk.indexOf('\t') + 1) === (tome ?? '');

function wrongBook(book: BookItem, guards: BookItem[]): string[] {
  const { pk, isbn } = book;
  const claims = guards.filter((guard) => owns(book, guard)).length;
  return said(pk, {
    [`has ${claims} guards for its ISBN ${isbn}`]: claims !== (isbn === null ? 0 : 1),
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
