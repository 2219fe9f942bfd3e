import type { Fault } from './failure.ts';

/** The part of a list that a caller asks for: how many elements at most, and after which position. */
export interface Slice {
  limit: number;
  after: string | undefined;
}

/** One page of a list; `next` is the position of its last element when more follow. */
export interface Page<T> {
  elements: T[];
  next: string | undefined;
}

/** Cuts a page from the elements read. One element more than asked for tells that more follow. */
export function cut<T>(read: T[], { limit }: Slice, position: (element: T) => string): Page<T> {
  const elements = read.slice(0, limit);
  const last = elements.at(-1);
  return { elements, next: read.length > limit && last !== undefined ? position(last) : undefined };
}

/** The fault of a cursor whose position does not belong to its list. */
export const DAMAGED_CURSOR: Fault = {
  chemin: 'curseur',
  message: "doit être le curseur_suivant d'une page de cette liste, tel quel",
};
