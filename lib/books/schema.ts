import * as z from 'zod/mini';
import { NAME } from '../policy/policy.ts';
import { types } from '../runtime/policy.ts';
import { areSound, date, dateTime, id, text } from '../values/fields.ts';
import { isbn13Of } from './isbn.ts';
import { NewCopy } from './schema-copies.ts';
import { askedIn, isSearchable, TOO_MANY_WORDS } from './words.ts';

/** The shapes of the books service on the wire. */

/** Library records put these around a leading article that does not count in sorting; they are no part of a title. */
const SORTING_MARKS = /[\u0088\u0089\u0098\u009c]/g;

const title = (max: number) => text(max, SORTING_MARKS);

const titre = title(300);
const auteur = z.nullable(text(200));
/** An ISBN is kept as 13 digits, whatever way it was written. */
const isbn = z.string().check(
  z.trim(),
  z.refine((value) => isbn13Of(value) !== undefined, {
    error: 'doit être un ISBN-10 ou un ISBN-13 dont la clé de contrôle est juste',
  }),
  z.overwrite((value) => isbn13Of(value) ?? value),
);
const tome = z.nullable(text(20));
const annee = z.nullable(z.int().check(z.minimum(-5000), z.maximum(9999)));
const editeur = z.nullable(text(200));
/** A request may give a type of the policy. A book may have one that the policy no longer has. */
const type = z.enum(types);
const typeKept = z.string().check(z.regex(NAME));
const exemplaires = z.int().check(z.minimum(0), z.maximum(1000));

/** Books are announced for next year. A year beyond is a slip of the keys. */
const anneeSaisie = annee.check(
  z.refine((value) => value === null || value <= new Date().getUTCFullYear() + 1, {
    error: "ne doit pas dépasser l'année prochaine",
  }),
);

export const BookId = z.strictObject({ id });

export const Book = z.strictObject({
  id,
  titre,
  auteur,
  isbn: z.nullable(isbn),
  tome,
  annee,
  editeur,
  type: typeKept,
  exemplaires,
  date_creation: dateTime,
});
export type Book = z.infer<typeof Book>;

/**
 * Two copies of one request with the same barcode are a mistake in it. Their shape is no component of the reference by
 * itself: that would have it twice, as it is sent and as it is kept.
 */
const newCopies = z.array(z.extend(NewCopy, {})).check(
  z.maxLength(20, { error: 'doit compter au plus 20 exemplaires' }),
  z.superRefine((copies, { issues }) => {
    for (const [n, { code_barres }] of copies.entries())
      if (code_barres !== undefined && copies.findIndex((copy) => copy.code_barres === code_barres) < n)
        issues.push({ code: 'custom', input: copies, path: [n, 'code_barres'], message: 'est donné deux fois' });
  }),
);

/** Copies of which nothing is said come as a number. */
export const NewBook = z
  .strictObject({
    titre,
    auteur: z._default(auteur, null),
    isbn: z._default(z.nullable(isbn), null),
    tome: z._default(tome, null),
    annee: z._default(anneeSaisie, null),
    editeur: z._default(editeur, null),
    type: z._default(type, types[0] as string),
    exemplaires: z._default(z.union([exemplaires, newCopies], { error: 'doit être un nombre ou une liste' }), 1),
  })
  .check(z.refine(isSearchable, { path: ['titre'], error: TOO_MANY_WORDS, when: areSound('titre', 'auteur') }));
export type NewBook = z.infer<typeof NewBook>;

export const BookChanges = z
  .partial(
    z.strictObject({ titre, auteur, isbn: z.nullable(isbn), tome, annee: anneeSaisie, editeur, type, exemplaires }),
  )
  .check(
    z.refine((changes) => Object.keys(changes).length > 0, {
      error:
        'doit contenir au moins un champ à modifier : titre, auteur, isbn, tome, annee, editeur, type ou exemplaires',
    }),
  );
export type BookChanges = z.infer<typeof BookChanges>;

/** A book in a list of those found. */
export const FoundBook = z.extend(Book, { disponibles: z.int() });
export type FoundBook = z.infer<typeof FoundBook>;

const words = (max: number) =>
  title(max).check(z.refine((value) => askedIn(value).length > 0, { error: 'doit contenir une lettre ou un chiffre' }));

export const BookFilter = z.strictObject({
  q: z.optional(words(300)),
  titre: z.optional(words(300)),
  auteur: z.optional(words(200)),
  isbn: z.optional(isbn),
  type: z.optional(typeKept),
  disponible: z.optional(z.enum(['true', 'false'], { error: 'doit être true ou false' })),
});
export type BookFilter = z.infer<typeof BookFilter>;

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
