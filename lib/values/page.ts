import type { Fault } from './failure.ts';

/** What a list is asked for: how many at most, and after which position. */
export interface Slice {
  limit: number;
  after: string | undefined;
}

/** One page of a list; `next` is the position of its last element when more follow. */
export interface Page<T> {
  elements: T[];
  next: string | undefined;
}

/** Cuts a page from the elements read, one more than asked for telling that more follow. */
export function cut<T>(read: T[], { limit }: Slice, position: (element: T) => string): Page<T> {
  const elements = read.slice(0, limit);
  const last = elements.at(-1);
  return { elements, next: read.length > limit && last !== undefined ? position(last) : undefined };
}

/** A position that is none of its list. */
export const DAMAGED_CURSOR: Fault = {
  chemin: 'curseur',
  message: "doit être le curseur_suivant d'une page de cette liste, tel quel",
};
