import * as z from 'zod/mini';
import { types } from '../runtime/policy.ts';
import { areSound, printedNumber } from '../values/fields.ts';
import { Book, isbn } from './schema.ts';
import { Copy } from './schema-copies.ts';
import { isSearchable, TOO_MANY_WORDS } from './words.ts';

/**
 * What requests that write books may say. It is apart from what the service shows, so that a function
 * that takes no such request starts without it.
 */

const { titre, auteur, tome, annee, editeur, exemplaires } = Book.shape;
/** One of the policy. A book may have one that the policy no longer has. */
const type = z.enum(types);

/** Books are announced for next year. A year beyond is a slip of the keys. */
const anneeSaisie = annee.check(
  z.refine((value) => value === null || value <= new Date().getUTCFullYear() + 1, {
    error: "ne doit pas dépasser l'année prochaine",
  }),
);

/** Without a barcode the library makes one. */
export const NewCopy = z.strictObject({
  code_barres: z.optional(printedNumber),
  cote: z._default(Copy.shape.cote, null),
  note: z._default(Copy.shape.note, null),
});
export type NewCopy = z.infer<typeof NewCopy>;

export const CopyChanges = z.partial(z.pick(Copy, { code_barres: true, cote: true, etat: true, note: true })).check(
  z.refine((changes) => Object.keys(changes).length > 0, {
    error: 'doit contenir au moins un champ à modifier : code_barres, cote, etat ou note',
  }),
);
export type CopyChanges = z.infer<typeof CopyChanges>;

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
    exemplaires: z._default(z.union([exemplaires, newCopies], { error: 'doit être un nombre entier ou une liste' }), 1),
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
