import type { Book } from '../../lib/books/schema.ts';
import { wordsOf } from '../../lib/books/words.ts';
import { plausibleBook } from '../../seed/books/plausible.ts';

/** Enough for a page of twenty and a cursor. */
const NEEDLES = 25;

/** The catalogue whatever its size: its first books are the ones to find, as many at every size. */
export function bookOf(n: number): Book {
  const book = plausibleBook(n);
  if (n >= NEEDLES) return book;
  return { ...book, titre: `Le xylophone du jardin et la maison, tome ${n + 1}`, auteur: 'Zacharie Quesnel' };
}

export interface Question {
  name: string;
  titre?: string;
  auteur?: string;
}

/** The first four find the same number of books at every size, `le` and the last ever more. */
export const QUESTIONS: readonly Question[] = [
  { name: 'un mot rare', titre: 'xylophone' },
  { name: 'deux mots', titre: 'le xylophone' },
  { name: 'titre et auteur', titre: 'maison', auteur: 'quesnel' },
  { name: 'deux mots courants, rares ensemble', titre: 'jardin maison tome' },
  { name: 'un mot courant', titre: 'le' },
  { name: 'deux mots courants', titre: 'le jardin' },
  { name: 'titre et auteur courants', titre: 'le', auteur: 'giraud' },
];

const begins = (text: string, asked = '') =>
  wordsOf(asked).every((start) => wordsOf(text).some((word) => word.startsWith(start)));

/** How many of the first `size` books answer each question. */
export function matchesIn(size: number): number[] {
  const counts = QUESTIONS.map(() => 0);
  for (let n = 0; n < size; n += 1) {
    const book = bookOf(n);
    for (const [i, { titre, auteur }] of QUESTIONS.entries())
      if (begins(book.titre, titre) && begins(book.auteur, auteur)) counts[i] = (counts[i] ?? 0) + 1;
  }
  return counts;
}
