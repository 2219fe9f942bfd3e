import { endsWith, HYPHENS, piecesIn } from '../values/fold.ts';
import { type Asked, alone, canLead, eachOnce, isMet } from '../values/search.ts';

/**
 * How the words of titles and authors are compared with what readers type.
 *
 * Some words stand in a run: an apostrophe, a hyphen, the dots of initials or the spaces of a large number join them
 * (`L'Étranger`, `Spider-Man`, `J.R.R.`, `20 000`). Some readers type its parts, others write it as one word. So each
 * part of a run counts as a word that goes on to the end of the run: `spider'man` and `man`. A reader
 * who types the beginning of a part, or of the whole, types the beginning of such a word, and there are no more words
 * than parts.
 */

/** Stands in a word where an apostrophe or a hyphen joined it; the first such place alone is marked. */
const SEAM = "'";

/** A word without its seam, as it is typed. */
export const seamless = (word: string): string => word.replace(SEAM, '');

/** From this number of letters behind a seam on, the whole was meant: `le` begins no L'Étranger, and `letr` does. */
const BEHIND = 3;

/** Tells whether what is asked for is the beginning of a word. */
function begins(asked: string, word: string): boolean {
  const seam = word.indexOf(SEAM);
  if (seam < 0) return word.startsWith(asked);
  const plain = seamless(word);
  const isPart = asked.length <= seam;
  return plain.startsWith(asked) && (isPart || asked.length >= Math.min(seam + BEHIND, plain.length));
}

type Joint = 'apostrophe' | 'hyphen' | 'dot' | 'dot and space' | 'digits';

/** Words that belong together, in the order of the text. */
interface Run {
  parts: string[];
  joints: Joint[];
}

const HYPHEN = new RegExp(`^[${HYPHENS}]$`, 'u');
const DOT = new RegExp(`^\\.[ ${HYPHENS}]{0,2}$`, 'u');
const isInitial = (word: string): boolean => /^\p{L}\p{M}*$/u.test(word);

function jointOf(before: string, gap: string, word: string): Joint | undefined {
  if (/^[ .,']$/.test(gap) && /^\p{Nd}{1,3}$/u.test(before) && /^\p{Nd}{3}$/u.test(word)) return 'digits';
  if (gap === "'") return 'apostrophe';
  if (HYPHEN.test(gap)) return 'hyphen';
  if (!DOT.test(gap) || !isInitial(before) || !isInitial(word)) return undefined;
  return gap.endsWith(' ') ? 'dot and space' : 'dot';
}

/** What an ampersand is read as: the word under which a title is sorted, and the other. */
const AND = { sorted: 'et', also: 'and' };
const AMPERSAND: Run = { parts: [AND.sorted], joints: [] };

/** The runs of a text. An ampersand between two words is one of its own. */
function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  for (const { gap, word } of piecesIn(text)) {
    const run = runs.at(-1);
    const joint = run && jointOf(run.parts.at(-1) as string, gap, word);
    if (run && joint) {
      run.parts.push(word);
      run.joints.push(joint);
      continue;
    }
    if (gap.includes('&')) runs.push(AMPERSAND);
    runs.push({ parts: [word], joints: [] });
  }
  return runs;
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)];

const partsOf = (runs: readonly Run[]): string[] => runs.flatMap(({ parts }) => parts);

const joined = (parts: readonly string[]): string => parts.join('');

const withAnd = (runs: readonly Run[], words: readonly string[]): string[] =>
  distinct(runs.includes(AMPERSAND) ? [...words, AND.also] : words);

const hasSeam = (joint: Joint | undefined): boolean => joint === 'apostrophe' || joint === 'hyphen';

/** The words of a text, each to the end of its run: `l'etranger` and `etranger` for `L’Étranger`. */
const joinedIn = (runs: readonly Run[]): string[] =>
  withAnd(
    runs,
    runs.flatMap(({ parts, joints }) =>
      parts.map((part, n) => part + (hasSeam(joints[n]) ? SEAM : '') + joined(parts.slice(n + 1))),
    ),
  );

/** The two texts of a book by which it is found. */
export interface Named {
  titre: string;
  auteur: string | null;
}

export interface Words {
  titre: string[];
  auteur: string[];
}

/**
 * The most different words that title and author have together. Each word is an item of the index, with one more for
 * an ampersand, and one transaction of 100 items replaces all that a book has by others.
 */
export const MAX_WORDS = 45;

const wordCount = ({ titre, auteur }: Words): number => new Set([...titre, ...auteur]).size;

const readRuns = ({ titre, auteur }: Named) => ({ titre: runsIn(titre), auteur: runsIn(auteur ?? '') });

/** What counts towards the most: the parts of runs, without the word that an ampersand is read as besides. */
const partsIn = ({ titre, auteur }: Record<keyof Named, readonly Run[]>): Words => ({
  titre: distinct(partsOf(titre)),
  auteur: distinct(partsOf(auteur)),
});

/** The sort form of a title: its words, separated by single spaces. */
const sortForm = (titre: readonly Run[]): string => partsOf(titre).join(' ');

export const TOO_MANY_WORDS = `ne doit pas dépasser, avec auteur, ${MAX_WORDS} mots différents`;

/** Tells whether title and author have no more words than can be searched. */
export const isSearchable = (book: Named): boolean => wordCount(partsIn(readRuns(book))) <= MAX_WORDS;

/**
 * Lists the distinct words of a book for search, and makes the sort form of its title. A run gives a word for each of
 * its parts. When the same parts stand in many different runs, these words may be more than can be searched; then the
 * parts alone count.
 */
export function wordsOf(book: Named): Words & { sort: string } {
  const runs = readRuns(book);
  const { titre, auteur } = runs;
  const sort = sortForm(titre);
  const words = { titre: joinedIn(titre), auteur: joinedIn(auteur) };
  if (wordCount(words) <= MAX_WORDS + 1) return { ...words, sort };
  const parts = partsIn(runs);
  return { titre: withAnd(titre, parts.titre), auteur: withAnd(auteur, parts.auteur), sort };
}

/**
 * What a run asks for: its parts or, written together, the whole, by the first part, which begins either. When that
 * is too short to search by (`l'`, `e-`, `j.`): an elided word and the parts of a longer chain are words of their own,
 * and initials and a pair are written together.
 * @param isOpen whether the last part may be the beginning of a word: a letter behind initials and a space is one of
 * them, or begins the next word, as in `J.R.R. T`
 */
function askedBy({ parts, joints }: Run, isOpen: boolean): Asked[] {
  const [first, ...rest] = parts as [string, ...string[]];
  const [joint] = joints;
  if (joint === undefined) return [alone(first)];
  if (canLead(first) || joint === 'digits') return [{ lead: first, ways: [[joined(parts)], distinct(parts)] }];
  if (joint === 'apostrophe') return [alone(first), ...askedBy({ parts: rest, joints: joints.slice(1) }, isOpen)];
  if (joint === 'hyphen' && parts.length > 2) return parts.map(alone);
  if (!isOpen || joints.at(-1) !== 'dot and space') return [alone(joined(parts))];
  const before = joined(parts.slice(0, -1));
  return [{ lead: before, ways: [[joined(parts)], [before, parts.at(-1) as string]] }];
}

/** Lists what is asked for in a text, each once. An ampersand asks for nothing. */
export function askedIn(text: string): Asked[] {
  const runs = runsIn(text).filter((run) => run !== AMPERSAND);
  const last = runs.at(-1);
  const isOpen = last !== undefined && endsWith(text, last.parts.at(-1) as string);
  return eachOnce(runs.flatMap((run) => askedBy(run, isOpen && run === last)));
}

/** A reader's search. */
export interface Search {
  titre: readonly Asked[];
  auteur: readonly Asked[];
  /** Of either field. */
  q: readonly Asked[];
  /** How the titles that come first begin, in their sort form; empty when none does. */
  begins: string;
  type: string | undefined;
}

type Typed = Partial<Record<'titre' | 'auteur' | 'q' | 'type', string | undefined>>;

export const searchOf = ({ titre, auteur, q, type }: Typed): Search => ({
  titre: askedIn(titre ?? ''),
  auteur: askedIn(auteur ?? ''),
  q: askedIn(q ?? ''),
  begins: sortForm(runsIn(titre ?? q ?? '')),
  type,
});

export const everyAsked = ({ titre, auteur, q }: Search): Asked[] => [...titre, ...auteur, ...q];

/** Tells whether the words have what is asked for. */
export const has = (words: readonly string[], asked: Asked): boolean =>
  isMet(asked, (typed) => words.some((word) => begins(typed, word)));

/** Tells whether the words have all that is asked for, each in its field. */
export function matches({ titre, auteur }: Words, search: Search): boolean {
  const either = [...titre, ...auteur];
  return (
    search.titre.every((asked) => has(titre, asked)) &&
    search.auteur.every((asked) => has(auteur, asked)) &&
    search.q.every((asked) => has(either, asked))
  );
}
