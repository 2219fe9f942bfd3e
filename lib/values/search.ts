import { compareBytes } from './bytes.ts';

/** What every search by words has in common, whether it finds books or people. */

/** A word that is asked for, or several that may be written as one. */
export interface Asked {
  /** A prefix that every match shares. */
  lead: string;
  /** The ways to write it. One of them matches when each of its words begins a word of what is looked for. */
  ways: string[][];
}

/** A first part of fewer letters begins too many words to lead a search. */
const LEADING = 3;

/** Tells whether a part is long enough to lead a search. */
export const canLead = (part: string): boolean => [...part].length >= LEADING;

/** Asks for a word that is written in one way. */
export const alone = (word: string): Asked => ({ lead: word, ways: [[word]] });

/** Lists what is asked for, each once. */
export const eachOnce = (asked: readonly Asked[]): Asked[] => [
  ...new Map(asked.map((each) => [JSON.stringify(each.ways), each])).values(),
];

/** @param begins tells whether a word that is asked for begins a word of what is looked for */
export const isMet = ({ ways }: Asked, begins: (word: string) => boolean): boolean =>
  ways.some((way) => way.every(begins));

/** Reads the id at the end of a place in a list, behind the last tab. */
export const idIn = (place: string): string => place.slice(place.lastIndexOf('\t') + 1);

/** How far a list was read: to a place, or to its end when absent. */
export interface Reach {
  until: string | undefined;
}

const isFurther = ({ until: one }: Reach, { until: other }: Reach): boolean =>
  one === undefined || (other !== undefined && compareBytes(one, other) >= 0);

/** Of lists that are in one order, the one that was read the furthest; the first of several. */
export const furthest = <R extends Reach>(reads: readonly R[]): R =>
  reads.reduce((one, other) => (isFurther(one, other) ? one : other));
