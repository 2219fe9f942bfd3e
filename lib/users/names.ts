import { startIn } from '../values/bytes.ts';
import { APOSTROPHES, fold, HYPHENS, wordsIn } from '../values/fold.ts';
import { lazy } from '../values/lazy.ts';
import { type Asked, alone, canLead, eachOnce, isMet } from '../values/search.ts';

/** How names are compared, sorted and found. */

/** What does not show in a name: the soft hyphen and the zero-width space. */
const UNSEEN = '\\u00ad\\u200b';
const HIDDEN = new RegExp(`[${UNSEEN}]`, 'gu');

const HYPHEN = new RegExp(`[${HYPHENS}]`, 'gu');

/** What joins two parts of a name, or does not show in it. */
const JOINTS = new RegExp(`[${APOSTROPHES}${HYPHENS}${UNSEEN}]`, 'gu');

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
 * Lists the distinct words under which a person is found: those of both names, the parts of those that a hyphen joins,
 * and of these the parts that an apostrophe joins. Where a line may end, some scripts have a word end.
 * @example wordsOfNames({ nom: "d'Almeida", prenom: 'Zoé' }) // ['dalmeida', 'zoe', 'd', 'almeida']
 */
export const wordsOfNames = ({ nom, prenom }: Names): string[] => {
  const names = `${nom} ${prenom}`;
  const ways = [
    foldName(names),
    foldName(names.replace(HYPHEN, ' ')),
    names.replace(HIDDEN, '').replace(JOINTS, ' '),
    names.replace(JOINTS, ' '),
  ];
  return [...new Set(ways.flatMap(wordsIn))];
};

/**
 * Each word is an item or two. One transaction of 100 items writes the new words of a person and deletes the old ones.
 */
export const MOST_WORDS = 20;

export const TOO_MANY_WORDS = `ne doit pas dépasser, avec prenom, ${MOST_WORDS} mots`;

/** Whether the names have few enough words. */
export const areFindable = (names: Names): boolean => wordsOfNames(names).length <= MOST_WORDS;

const askedTogether = lazy(() => new RegExp(`[\\p{L}\\p{M}\\p{N}${APOSTROPHES}${HYPHENS}${UNSEEN}]+`, 'gu'));

/** Lists what a text asks for: `jean-marie` is one name, or two that a record has side by side. */
export const wordsAsked = (asked: string): Asked[] =>
  eachOnce(
    (asked.match(askedTogether()) ?? []).flatMap((together): Asked[] => {
      const whole = wordsIn(foldName(together));
      const [lead, ...parts] = wordsIn(foldName(together.replace(HYPHEN, ' ')));
      if (parts.length > 0 && lead !== undefined && canLead(lead)) return [{ lead, ways: [whole, [lead, ...parts]] }];
      return whole.map(alone);
    }),
  );

/** The bytes that nom and prenom each have in a sort key, which holds 1,024 of them. The id has the rest. */
const NAME_BYTES = 480;

/** Folds a name for sorting and for search by its beginning. */
export const nameKey = (name: string): string => startIn(NAME_BYTES, foldName(name));

/** Makes the sort key by nom, then prenom. The tab sorts before any letter, so `Le` comes before `Le Goff`. */
export const nameOrder = ({ nom, prenom, id }: Names & { id: string }): string =>
  `${nameKey(nom)}\t${nameKey(prenom)}\t${id}`;

/** What is asked of a list of people, folded. */
export interface NameSearch {
  /** The start of the nom. */
  nom: string;
  words: readonly Asked[];
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
  return words.every((asked) => isMet(asked, begins));
};
