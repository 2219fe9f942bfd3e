import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import type { Holding } from '../rules.ts';
import type { Book } from '../schema.ts';
import { type Field, sortOf, spaced, wordsOf } from '../words.ts';

/**
 * The books table, item by item:
 *
 *   LIVRE#<id>         LIVRE                        the book and its copies that are out
 *   ISBN#<13 digits>   ISBN                         keeps an ISBN to one book
 *   CATALOGUE          <title>⇥<id>                 the list of all, by title
 *   TITRE#<letter>     <word>⇥<title>⇥<id>          one for each word of a title
 *   AUTEUR#<letter>    <word>⇥<title>⇥<id>          one for each word of an author
 *   IDEMPOTENCE#<…>    IDEMPOTENCE                  a first answer, see lib/aws/dynamodb/idempotency.ts
 */
export type BookItem = Holding & Versioned;

/** Leads from a word, or from the list of all, to a book. The texts let a search drop what else it asks for. */
export interface IndexItem {
  pk: string;
  sk: string;
  livre_id: string;
  /** See `spaced`. */
  mots_titre: string;
  mots_auteur: string;
}

export const TABLE = process.env.LIVRES_TABLE as string;
export const CATALOGUE = 'CATALOGUE';

export const bookKey = (id: string) => ({ pk: `LIVRE#${id}`, sk: 'LIVRE' });
export const isbnKey = (isbn: string) => ({ pk: `ISBN#${isbn}`, sk: 'ISBN' });

/** A sort key holds 1,024 bytes: a word goes in by its first characters, of four bytes at most, a title by all the rest. */
const WORD_LENGTH = 60;
const TITLE_BYTES = 1024 - 4 * WORD_LENGTH - '\t\t'.length - 36;
const start = (text: string, length: number): string => [...text].slice(0, length).join('');

/** As many whole characters as these bytes hold. */
const startIn = (bytes: number, text: string): string =>
  text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read);

/** Where the index items of a word are, or of all words that it begins. The tab sorts before any letter. */
export const wordKey = (field: Field, word: string) => ({
  pk: `${field.toUpperCase()}#${start(word, 1)}`,
  sk: start(word, WORD_LENGTH),
});

/** The word that an index item is for, as far as its key holds it. */
export const wordOf = ({ sk }: { sk: string }): string => sk.slice(0, sk.indexOf('\t'));
export const keyWord = (word: string): string => start(word, WORD_LENGTH);

/** Everything that leads to a book. */
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

/** Two very long words may share the part that the key holds. */
const unique = (items: IndexItem[]): IndexItem[] => [
  ...new Map(items.map((item) => [`${item.pk}\t${item.sk}`, item])).values(),
];

export const newBookItem = (book: Book): BookItem => ({ ...bookKey(book.id), ...book, version: 1, emprunts: {} });

export const toBook = ({ id, titre, auteur, isbn, annee, exemplaires, date_creation }: Book): Book => ({
  id,
  titre,
  auteur,
  isbn,
  annee,
  exemplaires,
  date_creation,
});
