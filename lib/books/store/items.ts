import type { ItemKey } from '../../aws/dynamodb/read.ts';
import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import { given } from '../../runtime/config.ts';
import { only } from '../../values/fields.ts';
import { spaced } from '../../values/fold.ts';
import { countCopies, type Holding, type Sheet } from '../holding.ts';
import { Book } from '../schema.ts';
import { type Field, sortOf, wordsOf } from '../words.ts';

/**
 * The items of the books table:
 *
 *   LIVRE#<id>         LIVRE                        the book, its copies, and the loans of those that are out
 *   ISBN#<13 digits>   ISBN                         keeps an ISBN to one book
 *   EXEMPLAIRE#<code>  EXEMPLAIRE                   keeps a barcode to one copy, with its shelf mark and its note
 *   SERIE#<9 digits>   SERIE                        keeps a series of barcodes to one book, or from all
 *   CATALOGUE          <title>⇥<id>                 the list of all, by title
 *   TITRE#<letter>     <word>⇥<title>⇥<id>          one for each word of a title
 *   AUTEUR#<letter>    <word>⇥<title>⇥<id>          one for each word of an author
 *   IDEMPOTENCE#<…>    IDEMPOTENCE                  a first answer, see lib/aws/dynamodb/idempotency.ts
 */
export type BookItem = Holding & Versioned;

/** The item of a copy's barcode. A copy of which the library made the barcode has none until something is said of it. */
export interface SheetItem extends ItemKey, Sheet {
  livre_id: string;
  exemplaire_id: string;
}

/** An index item leads from a word, or from the list of all books, to a book. Its texts let a search filter by the other words. */
export interface IndexItem {
  pk: string;
  sk: string;
  livre_id: string;
  /** Words as `spaced` writes them. */
  mots_titre: string;
  mots_auteur: string;
}

export const TABLE = given('LIVRES_TABLE');
export const CATALOGUE = 'CATALOGUE';

export const bookKey = (id: string) => ({ pk: `LIVRE#${id}`, sk: 'LIVRE' });
export const sheetKey = (code_barres: string) => ({ pk: `EXEMPLAIRE#${code_barres}`, sk: 'EXEMPLAIRE' });
export const seriesKey = (numero: string) => ({ pk: `SERIE#${numero}`, sk: 'SERIE' });
export const isbnKey = (isbn: string) => ({ pk: `ISBN#${isbn}`, sk: 'ISBN' });

/** A sort key holds 1,024 bytes. A word gets its first characters, of four bytes at most, and the title gets the rest. */
const WORD_LENGTH = 60;
const TITLE_BYTES = 1024 - 4 * WORD_LENGTH - '\t\t'.length - 36;
const start = (text: string, length: number): string => [...text].slice(0, length).join('');

/** Cuts a text to as many whole characters as the bytes hold. */
const startIn = (bytes: number, text: string): string =>
  text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read);

/** Makes the key under which the index items of a word are, and of all words that begin with it. */
export const wordKey = (field: Field, word: string) => ({
  pk: `${field.toUpperCase()}#${start(word, 1)}`,
  sk: start(word, WORD_LENGTH),
});

/** Reads the word of an index item, as far as its key holds it. */
export const wordOf = ({ sk }: { sk: string }): string => sk.slice(0, sk.indexOf('\t'));
export const keyWord = (word: string): string => start(word, WORD_LENGTH);

/** Makes all index items of a book. The tab sorts before any letter. */
export function indexItems({ id, titre, auteur }: Pick<Book, 'id' | 'titre' | 'auteur'>): IndexItem[] {
  const words = { titre: wordsOf(titre), auteur: wordsOf(auteur) };
  const byTitle = `\t${startIn(TITLE_BYTES, sortOf(titre))}\t${id}`;
  const texts = { livre_id: id, mots_titre: spaced(words.titre), mots_auteur: spaced(words.auteur) };
  const items = (['titre', 'auteur'] as const).flatMap((field) =>
    words[field].map((word) => {
      const { pk, sk } = wordKey(field, word);
      return { pk, sk: sk + byTitle, ...texts };
    }),
  );
  return [{ pk: CATALOGUE, sk: byTitle.slice(1), ...texts }, ...unique(items)];
}

/** Two very long words may have the same key. */
const unique = (items: IndexItem[]): IndexItem[] => [
  ...new Map(items.map((item) => [`${item.pk}\t${item.sk}`, item])).values(),
];

export const newBookItem = (holding: Holding): BookItem => ({ ...bookKey(holding.id), ...holding, version: 1 });

export const toBook = (holding: Holding): Book => only(Book, { ...holding, exemplaires: countCopies(holding) });
