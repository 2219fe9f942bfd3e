import * as z from 'zod/mini';
import { NAME } from '../policy/policy.ts';
import { date, dateTime, id, text } from '../values/fields.ts';
import { isbn13Of } from './isbn.ts';

/** What the books service shows of a title, and the id of its path. */

/** Library records put these around a leading article that does not count in sorting; they are no part of a title. */
const SORTING_MARKS = /[\u0088\u0089\u0098\u009c]/g;

export const title = (max: number) => text(max, SORTING_MARKS);

const titre = title(300);
const auteur = z.nullable(text(200));
/** An ISBN is kept as 13 digits, whatever way it was written. */
export const isbn = z.string().check(
  z.trim(),
  z.refine((value) => isbn13Of(value) !== undefined, {
    error: 'doit être un ISBN-10 ou un ISBN-13 dont la clé de contrôle est juste',
  }),
  z.overwrite((value) => isbn13Of(value) ?? value),
);
const tome = z.nullable(text(20));
const annee = z.nullable(z.int().check(z.minimum(-5000), z.maximum(9999)));
const editeur = z.nullable(text(200));
/** One of the policy, of today or of before. */
const type = z
  .string()
  .check(z.regex(NAME, { error: "doit être le nom d'un type de document, en minuscules, comme livre" }));
const exemplaires = z.int().check(z.minimum(0), z.maximum(1000));

export const BookId = z.strictObject({ id });

export const Book = z.strictObject({
  id,
  titre,
  auteur,
  isbn: z.nullable(isbn),
  tome,
  annee,
  editeur,
  type,
  exemplaires,
  date_creation: dateTime,
});
export type Book = z.infer<typeof Book>;

/** A book in a list of those found. */
export const FoundBook = z.extend(Book, { disponibles: z.int() });
export type FoundBook = z.infer<typeof FoundBook>;

export const Availability = z.strictObject({
  livre_id: id,
  exemplaires,
  disponibles: z.int(),
  disponible: z.boolean(),
  prochain_retour: z.nullable(date),
  /** Those who wait, and those for whom a copy is set aside. */
  reservations: z.int(),
});
export type Availability = z.infer<typeof Availability>;
