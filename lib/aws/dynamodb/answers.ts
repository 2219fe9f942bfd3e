import type { ItemKey } from './read.ts';

/** The items of the first answers that are kept for replays, and of the pointers by which people are found in them. */

/** The item `IDEMPOTENCE#<attempt>`. */
export interface Entry {
  demande: string;
  /** The first answer as JSON, so that a replay is the same to the byte. Absent while the work goes on. */
  reponse?: string;
  /** Names the call that works on it, until the instant `jusqu_a` in milliseconds. */
  prise?: string;
  jusqu_a?: number;
  /** Seconds since 1970. */
  expire_a: number;
}

export const entryKey = (attemptId: string): ItemKey => ({ pk: `IDEMPOTENCE#${attemptId}`, sk: 'IDEMPOTENCE' });

/** The item `REPONSES#<person>`, which leads to a first answer about that person. */
export interface Pointer extends ItemKey {
  /** When the pointer expires, in seconds since 1970. */
  expire_a: number;
  /** When the answer expires: by this it is told from a later answer under the same key. */
  reponse_expire_a: number;
  /** The answer only names the person, and is about another one. */
  est_citee: boolean;
}

/**
 * DynamoDB deletes what has expired item by item, in any order, and may take days. A pointer expires so much later than
 * its answer that it is there for as long as the answer is.
 */
const LONGER_DAYS = 7;

/** The partition of the pointers that lead to the answers about a person. */
export const pointersOf = (personId: string): string => `REPONSES#${personId}`;

/** @param expire_a when the answer expires */
export const pointer = (
  personId: string,
  attemptId: string,
  { expire_a, est_citee }: Pick<Pointer, 'expire_a' | 'est_citee'>,
): Pointer => ({
  pk: pointersOf(personId),
  sk: attemptId,
  expire_a: expire_a + LONGER_DAYS * 24 * 3600,
  reponse_expire_a: expire_a,
  est_citee,
});
