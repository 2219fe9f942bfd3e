import { faker } from '@faker-js/faker/locale/fr';
import { parse, v5, v7 } from 'uuid';
import { nextBarcode } from '../../lib/books/barcode.ts';
import { isbn13Of } from '../../lib/books/isbn.ts';
import type { Book } from '../../lib/books/schema.ts';
import type { SeedCopy } from '../data.ts';
import type { Stock } from './seed.ts';
import { titleOf } from './titles.ts';

/** No more books than this can have different ISBNs in `isbnOf`. */
export const MOST_BOOKS = 1_000_000;

const NAMESPACE = 'c1d7a0d4-6f0e-4b5c-9a53-2f6a4e9b7d10';
const FIRST_DAY = Date.UTC(2024, 0, 8, 9);
const MINUTE = 60_000;
/** A million series from here are these books'. */
const FIRST_SERIES = 900_000_000;

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

/** The `n`th of a catalogue that nobody wrote, with its copies: the same at every call, `n` from 0. */
export function plausibleStock(n: number): Stock {
  const { exemplaires, ...book } = plausibleBook(n);
  const copies: SeedCopy[] = [];
  let serie = { numero: String(FIRST_SERIES + n), dernier: 0 };
  for (let number = 0; number < exemplaires; number += 1) {
    const next = nextBarcode(serie, new Set());
    serie = next.serie;
    copies.push({
      id: copyId(n, number),
      livre_id: book.id,
      code_barres: next.code_barres,
      cote: null,
      etat: 'en_service',
      note: null,
      date_entree: book.date_creation.slice(0, 10),
    });
  }
  return { book, copies, serie };
}

/** Sorts in the order of the numbers, as the ids of copies do. */
const copyId = (n: number, number: number): string =>
  v7({ msecs: FIRST_DAY + n * MINUTE + number, random: parse(v5(`exemplaire ${n} ${number}`, NAMESPACE)) });

/** The `n`th book as it is shown. */
export function plausibleBook(n: number): Book {
  faker.seed(n);
  return {
    id: v5(`livre ${n}`, NAMESPACE),
    titre: titleOf(faker),
    auteur: author(),
    isbn: faker.datatype.boolean({ probability: 0.6 }) ? isbnOf(n) : null,
    annee: faker.datatype.boolean({ probability: 0.95 }) ? faker.number.int({ min: 1830, max: 2025 }) : null,
    type: 'livre',
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
