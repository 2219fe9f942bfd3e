import { numberIn, seriesIn } from '../../lib/books/barcode.ts';
import { type IndexItem, indexItems } from '../../lib/books/store/items.ts';
import { fold } from '../../lib/values/fold.ts';
import { type BookItem, isBook } from './items.ts';
import { kindOf, said } from './said.ts';

const INDEXES = ['CATALOGUE', 'MOT#'];
const ALONE = ['IDEMPOTENCE', 'SEMIS', 'VOLUME', 'EXEMPLAIRE', 'SERIE'];

type Key = Pick<BookItem, 'pk' | 'sk'>;

const isGuard = ({ pk }: Key) => pk.startsWith('ISBN#');
export const isIndex = ({ pk }: Key) => INDEXES.some((start) => pk.startsWith(start));
const idOf = ({ sk }: Key) => sk.slice(sk.lastIndexOf('\t') + 1);

/** Tells where the index must have a book: `CATALOGUE`, and `MOT#<letter> <word>` for each word. */
export type PlacesOf = (book: BookItem) => string[];

const placeOf = ({ pk, sk }: Key): string => (pk === 'CATALOGUE' ? pk : `${pk} ${sk.slice(0, sk.indexOf('\t'))}`);

/** The places by the library's own words. */
const ownPlaces: PlacesOf = (book) => (indexItems(book as never) as IndexItem[]).map(placeOf);

/** What is wrong among the items of the books table, in words. */
export function wrongBooks(items: BookItem[], placesOf: PlacesOf = ownPlaces): string[] {
  const books = items.filter(isBook);
  const guards = items.filter(isGuard);
  const index = items.filter(isIndex);
  const strangers = items.filter(
    (item) => ![isBook, isGuard, isIndex].some((is) => is(item)) && !ALONE.includes(item.sk),
  );
  const found = Map.groupBy(index, idOf);
  const byId = new Map(books.map((book) => [book.id as string, book]));
  const claimsOf = Map.groupBy(guards, ({ livre_id }) => livre_id);
  const keptBy = new Map(
    items.filter(({ sk }) => sk === 'EXEMPLAIRE' || sk === 'SERIE').map((item) => [item.pk, ownerOf(item)]),
  );
  return [
    ...strangers.map((item) => `${kindOf(item)} n’est d’aucune sorte connue`),
    ...[...found.keys()]
      .filter((id) => !byId.has(id))
      .map((id) => `LIVRE#${id} n’existe pas et reste dans le catalogue`),
    ...strayCopies(books, items, byId),
    ...books.flatMap((book) => [
      ...wrongGuards(book, claimsOf.get(book.id) ?? []),
      ...wrongCopies(book, keptBy),
      ...wrongIndex(book, found.get(book.id as string) ?? [], placesOf),
    ]),
    ...guards
      .filter((guard) => !owns(byId.get(guard.livre_id as string), guard))
      .map(({ pk }) => `${pk} est gardé pour un livre qui ne l’a pas`),
  ];
}

const ownerOf = ({ livre_id, exemplaire_id }: BookItem): string => `${livre_id} ${exemplaire_id}`;

/** A copy's barcode is kept to it by an item of its own, or by the series of its title. */
function wrongCopies(
  { pk, id, exemplaires = {}, emprunts = {}, serie }: BookItem,
  keptBy: Map<string, string>,
): string[] {
  const lent = Object.values(emprunts).map(({ exemplaire_id }) => exemplaire_id);
  const keeps = (key: string, copy?: string) => keptBy.get(key) === `${id} ${copy}`;
  return [
    ...said(pk, {
      'prête deux fois un exemplaire': new Set(lent).size !== lent.length,
      'prête un exemplaire qu’il n’a pas': lent.some((copy) => !exemplaires[copy]),
      'prête un exemplaire qui n’est pas en service': lent.some((copy) => exemplaires[copy]?.etat !== 'en_service'),
      'ne garde pas sa série de codes-barres': !!serie && !keeps(`SERIE#${serie.numero}`),
    }),
    ...Object.entries(exemplaires).flatMap(([copy, { code_barres, fiche }]) =>
      said(`${pk} ${code_barres}`, {
        'n’est gardé par rien': fiche
          ? !keeps(`EXEMPLAIRE#${code_barres}`, copy)
          : !code_barres.startsWith(String(serie?.numero)),
      }),
    ),
  ];
}

/** Barcodes that are of two copies, and guards that no book knows. */
function strayCopies(books: BookItem[], items: BookItem[], byId: Map<string, BookItem>): string[] {
  const barcodes = books.flatMap(({ exemplaires = {} }) => Object.values(exemplaires).map((copy) => copy.code_barres));
  const known = new Set(barcodes);
  const twice = [...Map.groupBy(barcodes, (code) => code)].filter(([, codes]) => codes.length > 1);
  const stray = items.filter(({ pk, sk }) => sk === 'EXEMPLAIRE' && !known.has(pk.slice('EXEMPLAIRE#'.length)));
  const series = items.filter(
    ({ pk, sk, livre_id }) => sk === 'SERIE' && livre_id && `SERIE#${byId.get(livre_id)?.serie?.numero}` !== pk,
  );
  const ofSeries = new Map(
    books.flatMap(({ id, serie }) => (serie ? [[serie.numero, { id, cedes: serie.cedes ?? [] }]] : [])),
  );
  const unceded = books.flatMap(({ id, exemplaires = {} }) =>
    Object.values(exemplaires).filter(({ code_barres }) => {
      const owner = ofSeries.get(seriesIn(code_barres) ?? '');
      return owner !== undefined && owner.id !== id && !owner.cedes.includes(numberIn(code_barres));
    }),
  );
  return [
    ...unceded.map(({ code_barres }) => `EXEMPLAIRE#${code_barres} est d’une série qui le refera`),
    ...twice.map(([code]) => `EXEMPLAIRE#${code} est à deux exemplaires`),
    ...stray.map(({ pk }) => `${pk} n’est à aucun exemplaire`),
    ...series.map(({ pk }) => `${pk} est gardé pour un livre qui ne l’a pas`),
  ];
}

const owns = (book: BookItem | undefined, guard: BookItem) =>
  book !== undefined &&
  guard.pk === `ISBN#${book.isbn}` &&
  guard.sk.slice(guard.sk.indexOf('\t') + 1) === fold(book.tome ?? '');

function wrongGuards(book: BookItem, claims: BookItem[]): string[] {
  const own = claims.filter((guard) => owns(book, guard)).length;
  return said(book.pk, {
    [`garde ${own} fois son ISBN ${book.isbn}`]: own !== (book.isbn === null ? 0 : 1),
  });
}

function wrongIndex(book: BookItem, own: BookItem[], placesOf: PlacesOf): string[] {
  const wanted = new Set(placesOf(book));
  const present = own.map(placeOf);
  const surplus = present.filter((place, n) => !wanted.has(place) || present.indexOf(place) !== n);
  return [
    ...[...wanted].filter((place) => !present.includes(place)).map((place) => `${book.pk} ne se trouve pas à ${place}`),
    ...surplus.map((place) => `${book.pk} se trouve à tort à ${place}`),
  ];
}
