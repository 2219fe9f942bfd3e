import { isbn13Of } from '../../lib/books/isbn.ts';
import { volumeKey } from '../../lib/books/order.ts';
import { fold } from '../../lib/values/fold.ts';
import type { BookFields } from './record.ts';

/** The titles that there are, in the library and out of the file, and which of them a record is about. */

export interface Title {
  id: string;
  isbn: string | null;
  auteur: string | null;
  editeur: string | null;
  annee: number | null;
  /** What the file that made it calls it. */
  livre_id?: string | undefined;
  /** The file has made it: whatever copies its other records have are its copies. */
  isFromFile: boolean;
  /** Copies that are not `retire`. */
  exemplaires: number;
}

/** What tells one title from another. */
export interface Named {
  titre: string;
  auteur: string | null;
  isbn: string | null;
  tome: string | null;
  editeur: string | null;
  annee: number | null;
}

type Name = { titre: string } & { [field in 'auteur' | 'tome']?: string | null | undefined };

const PUNCTUATION = /[\p{P}\s]+/gu;

/** Case, accents and punctuation tell nothing apart, unless there is nothing else. */
function plain(text: string | null | undefined): string {
  const folded = fold(text ?? '');
  return folded.replaceAll(PUNCTUATION, ' ').trim() || folded;
}

/** The volumes of an ISBN are told apart as the library does: `1`, `1*` and `1-2` are three. */
const isbnKey = (isbn: string, tome: string | null = null): string => `isbn ${isbn} ${volumeKey(tome)}`;
const nameKey = ({ titre, auteur, tome }: Name): string => `titre ${[titre, auteur, tome].map(plain).join(' / ')}`;

const ownKeys = (named: Named): string[] => [
  nameKey(named),
  ...(named.isbn === null ? [] : [isbnKey(named.isbn, named.tome)]),
];

/** What is missing on one side tells nothing apart. */
const agree = <T>(one: T | null, other: T | null): boolean => one === null || other === null || one === other;

export class Shelves {
  readonly #byIsbn = new Map<string, Title>();
  readonly #byName = new Map<string, Title[]>();
  readonly #bySource = new Map<string, Title>();
  readonly #byId = new Map<string, Title>();

  /** Everything by which a record may be about the same title as another, whether it can be read or not. */
  static keysOf({ livre_id, isbn, titre = '', auteur, tome }: BookFields): string[] {
    const isbn13 = isbn === undefined ? undefined : isbn13Of(isbn);
    return [
      ...(livre_id === undefined ? [] : [`fichier ${livre_id}`]),
      isbn13 === undefined ? nameKey({ titre, auteur, tome }) : isbnKey(isbn13, tome),
    ];
  }

  add(named: Named, { id, isbn, auteur, editeur, annee, livre_id, isFromFile, exemplaires }: Title): void {
    const title: Title = { id, isbn, auteur, editeur, annee, livre_id, isFromFile, exemplaires };
    this.#byId.set(id, title);
    this.#name(named, title);
    if (named.isbn !== null) return void this.#byIsbn.set(isbnKey(named.isbn, named.tome), title);
    const key = nameKey(named);
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), title]);
  }

  /** What an import that was cut off has made is of the file as well. */
  claim(named: Named, title: Title, livre_id: string | undefined): void {
    title.isFromFile = true;
    title.livre_id = livre_id;
    this.#name(named, title);
  }

  /** Some programs give every record the same number: alone it tells nothing. */
  #name(named: Named, title: Title): void {
    if (title.livre_id === undefined) return;
    for (const key of ownKeys(named)) this.#bySource.set(`${title.livre_id} ${key}`, title);
  }

  withId = (id: string): Title | undefined => this.#byId.get(id);

  /**
   * Finds the title that a record is about: what the file calls the same and is, else what has the same ISBN and tome,
   * else, without an ISBN, what has the same title, author and tome and no other publisher or year.
   */
  find(named: Named, livre_id: string | undefined): Title | undefined {
    const same = livre_id === undefined ? [] : ownKeys(named).map((key) => this.#bySource.get(`${livre_id} ${key}`));
    const own = same.find((title) => title !== undefined);
    if (own) return own;
    if (named.isbn !== null) return this.#byIsbn.get(isbnKey(named.isbn, named.tome));
    return this.#byName.get(nameKey(named))?.find((title) => isAbout(title, named, livre_id));
  }
}

const isAbout = (title: Title, named: Named, livre_id: string | undefined): boolean =>
  (livre_id === undefined || title.livre_id === undefined) &&
  agree(plainOr(title.editeur), plainOr(named.editeur)) &&
  agree(title.annee, named.annee);

const plainOr = (text: string | null): string | null => (text === null ? null : plain(text));
