import type { Livre } from './books.ts';

export const byId = (books: Livre[]): Livre[] => books.toSorted((a, b) => (a.id < b.id ? -1 : 1));
