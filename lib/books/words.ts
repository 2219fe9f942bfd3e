import { wordsIn } from '../values/fold.ts';

/** Lists the distinct words of a text for search. */
export const wordsOf = (text: string): string[] => [...new Set(wordsIn(text))];

/** Makes the sort form of a title: its words, separated by single spaces. */
export const sortOf = (titre: string): string => wordsIn(titre).join(' ');

/** A reader's search: the beginnings of words of the title, of the author, or of both. */
export interface Search {
  titre: readonly string[];
  auteur: readonly string[];
}

const FIELDS = ['titre', 'auteur'] as const;
export type Field = (typeof FIELDS)[number];

export const searchOf = (query: { titre?: string | undefined; auteur?: string | undefined }): Search => ({
  titre: wordsOf(query.titre ?? ''),
  auteur: wordsOf(query.auteur ?? ''),
});

/** Tells whether every word asked for begins a word of its field. */
export const matches = (book: Record<Field, string>, search: Search): boolean =>
  FIELDS.every((field) => {
    const words = wordsOf(book[field]);
    return search[field].every((asked) => words.some((word) => word.startsWith(asked)));
  });

/** A word asked for, with its field. */
export interface Asked {
  field: Field;
  word: string;
}

/** Lists the words asked for, an author's before a title's. */
export const askedIn = (search: Search): Asked[] =>
  (['auteur', 'titre'] as const).flatMap((field) => search[field].map((word) => ({ field, word })));

/** Chooses the word that leads the search in the index: the longest, which is probably the rarest. */
export const leadOf = (asked: readonly Asked[]): Asked | undefined =>
  asked.toSorted((one, other) => other.word.length - one.word.length)[0];
