import { faker } from '@faker-js/faker/locale/fr';
import { v5 } from 'uuid';
import { isbn13Of } from '../../lib/books/isbn.ts';
import type { Book } from '../../lib/books/schema.ts';
import { TYPE } from '../data.ts';
import { titleOf } from './titles.ts';

/** No more books than this can have different ISBNs in `isbnOf`. */
export const MOST_BOOKS = 1_000_000;

const NAMESPACE = 'c1d7a0d4-6f0e-4b5c-9a53-2f6a4e9b7d10';
const FIRST_DAY = Date.UTC(2024, 0, 8, 9);
const MINUTE = 60_000;

/** 978-2-00 is no publisher's, so that no real book has it; the six digits after it count the books. */
function isbnOf(n: number): string {
  const digits = `978200${String(n).padStart(6, '0')}`;
  return [...'0123456789'].map((key) => digits + key).find((isbn) => isbn13Of(isbn) !== undefined) as string;
}

/** No real publisher, as no real book. */
const PUBLISHERS = ['Éditions du Quai', 'Le Verger', 'Les Presses du Fleuve', 'Maison Horloge', 'L’Île claire'];

const author = (): string =>
  faker.datatype.boolean({ probability: 0.04 })
    ? `${faker.person.fullName()} et ${faker.person.fullName()}`
    : `${faker.person.firstName()} ${faker.person.lastName()}`;

/** The `n`th of a catalogue that nobody wrote: the same book at every call, `n` from 0. */
export function plausibleBook(n: number): Book {
  faker.seed(n);
  return {
    id: v5(`livre ${n}`, NAMESPACE),
    titre: titleOf(faker),
    auteur: author(),
    isbn: faker.datatype.boolean({ probability: 0.6 }) ? isbnOf(n) : null,
    annee: faker.datatype.boolean({ probability: 0.95 }) ? faker.number.int({ min: 1830, max: 2025 }) : null,
    type: TYPE,
    exemplaires: faker.helpers.weightedArrayElement([
      { weight: 70, value: 1 },
      { weight: 20, value: 2 },
      { weight: 8, value: 3 },
      { weight: 2, value: 6 },
    ]),
    date_creation: new Date(FIRST_DAY + n * MINUTE).toISOString(),
    editeur: faker.datatype.boolean({ probability: 0.9 }) ? faker.helpers.arrayElement(PUBLISHERS) : null,
    tome: faker.datatype.boolean({ probability: 0.06 }) ? String(faker.number.int({ min: 1, max: 12 })) : null,
    // What nobody signed: encyclopaedias, anonymous works.
    ...(faker.datatype.boolean({ probability: 0.02 }) && { auteur: null }),
  };
}
