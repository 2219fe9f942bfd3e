import { startIn } from '../values/bytes.ts';
import { APOSTROPHES, fold, HYPHENS, wordsIn } from '../values/fold.ts';

/** How names are compared, sorted and found. */

/** The characters that join two parts of a name, and the zero-width space, which shows nothing in it. */
const JOINTS = new RegExp(`[${APOSTROPHES}${HYPHENS}\\u00ad\\u200b]`, 'gu');

/**
 * Folds a name for comparison: case, accents, apostrophes, hyphens and invisible characters do not count, nor those
 * that are part of another character, as in U+0149.
 * @example foldName('O’Connor') // 'oconnor'
 */
export const foldName = (name: string): string => fold(name.replace(JOINTS, '').normalize('NFKD').replace(JOINTS, ''));

interface Names {
  nom: string;
  prenom: string;
}

/**
 * Lists the distinct words under which a person is found: those of both names, and the parts of those that
 * an apostrophe or a hyphen joins.
 * @example wordsOfNames({ nom: "d'Almeida", prenom: 'Zoé' }) // ['dalmeida', 'zoe', 'd', 'almeida']
 */
export const wordsOfNames = ({ nom, prenom }: Names): string[] => {
  const names = `${nom} ${prenom}`;
  return [...new Set([...wordsIn(foldName(names)), ...wordsIn(names.replace(JOINTS, ' '))])];
};

/**
 * Each word is an item or two. One transaction of 100 items writes the new words of a person and deletes the old ones.
 */
export const MOST_WORDS = 20;

export const TOO_MANY_WORDS = `ne doit pas dépasser, avec prenom, ${MOST_WORDS} mots`;

/** Whether the names have few enough words. */
export const areFindable = (names: Names): boolean => wordsOfNames(names).length <= MOST_WORDS;

/** A word of a search. */
export interface AskedWord {
  /** The beginning of a word that each person found has. */
  lead: string;
  /** The person has it when they have the beginnings of all words of one of these ways to write it. */
  ways: string[][];
}

const ASKED_TOGETHER = new RegExp(`[\\p{L}\\p{M}\\p{N}${APOSTROPHES}${HYPHENS}\\u00ad\\u200b]+`, 'gu');
const HYPHEN = new RegExp(`[${HYPHENS}]`, 'gu');
/** A part of fewer letters begins too many words to lead a search. */
const LEADING = 3;

/** Lists the words of a search: `jean-marie` is one name, or two that a record has side by side. */
export function wordsAsked(asked: string): AskedWord[] {
  const words = (asked.match(ASKED_TOGETHER) ?? []).flatMap((together): AskedWord[] => {
    const whole = wordsIn(foldName(together));
    const [lead, ...parts] = wordsIn(foldName(together.replace(HYPHEN, ' ')));
    if (parts.length > 0 && lead !== undefined && [...lead].length >= LEADING)
      return [{ lead, ways: [whole, [lead, ...parts]] }];
    return whole.map((word) => ({ lead: word, ways: [[word]] }));
  });
  return [...new Map(words.map((word) => [JSON.stringify(word.ways), word])).values()];
}

/** The share of nom and of prenom in a sort key, which holds 1,024 bytes. The id gets the rest. */
const NAME_BYTES = 480;

/** Folds a name for sorting and for search by its beginning. */
export const nameKey = (name: string): string => startIn(NAME_BYTES, foldName(name));

/** Makes the sort key by nom, then prenom. The tab sorts before any letter, so `Le` comes before `Le Goff`. */
export const nameOrder = ({ nom, prenom, id }: Names & { id: string }): string =>
  `${nameKey(nom)}\t${nameKey(prenom)}\t${id}`;

/** Reads the id at the end of such a sort key. */
export const idIn = (order: string): string => order.slice(order.lastIndexOf('\t') + 1);

/** What is asked of a list of people, folded. */
export interface NameSearch {
  /** The start of the nom. */
  nom: string;
  words: readonly AskedWord[];
}

export const searchOf = ({ nom = '', q = '' }: { nom?: string | undefined; q?: string | undefined }): NameSearch => ({
  nom: foldName(nom),
  words: wordsAsked(q),
});

/** Tells whether the nom begins as asked. */
export const hasNom = (names: Names, { nom }: NameSearch): boolean => foldName(names.nom).startsWith(nom);

/** Tells whether every word asked for begins a word of the names. */
export const hasWords = (names: Names, { words }: NameSearch): boolean => {
  const own = wordsOfNames(names);
  const begins = (asked: string) => own.some((word) => word.startsWith(asked));
  return words.every(({ ways }) => ways.some((way) => way.every(begins)));
};
