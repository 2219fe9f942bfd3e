import { fold } from '../values/fold.ts';

/**
 * The words of a text as they are compared; anything that is no letter, mark or digit separates them,
 * and so do the apostrophes that Unicode takes for letters (U+02B9 to U+02BC). Marks alone, like those
 * of a keycap emoji, are no word.
 */
const split = (text: string): string[] =>
  fold(text)
    .split(/(?:[^\p{L}\p{M}\p{N}]|[\u02b9-\u02bc])+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The distinct words of a text, as they are searched. */
export const wordsOf = (text: string): string[] => [...new Set(split(text))];

/** A title as it is sorted: its words, without what stands between them. */
export const sortOf = (titre: string): string => split(titre).join(' ');

/** Every word behind a space: ` etr` then finds the beginning of a word, and nothing within one. */
export const spaced = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('');

/** What a reader asks for: the beginnings of words of the title, of the author, or of both. */
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

export const isEmpty = (search: Search): boolean => FIELDS.every((field) => search[field].length === 0);

/** True when every word asked for begins a word of its field. */
export const matches = (book: Record<Field, string>, search: Search): boolean =>
  FIELDS.every((field) => {
    const words = wordsOf(book[field]);
    return search[field].every((asked) => words.some((word) => word.startsWith(asked)));
  });

/** The one word that leads the search in the index: the longest is the rarest guess, an author's before a title's. */
export function leadOf(search: Search): { field: Field; word: string } {
  const candidates = [
    ...search.auteur.map((word) => ({ field: 'auteur' as const, word })),
    ...search.titre.map((word) => ({ field: 'titre' as const, word })),
  ];
  return candidates.reduce((lead, next) => (next.word.length > lead.word.length ? next : lead));
}
