import * as z from 'zod/mini';
import { euros, id, isObject, printedNumber } from '../values/fields.ts';

/**
 * What requests to the loans service may say. It is apart from what the service shows, so that a function
 * that takes no such request starts without it.
 */

/** Of two names of one thing exactly one is given. */
const oneOf = <Name extends string>(first: Name, other: Name) => {
  type Names = { readonly [name in Name]?: unknown };
  return [
    z.refine<Names>((names) => names[first] !== undefined || names[other] !== undefined, {
      path: [first],
      error: `est obligatoire, à moins que ${other} soit donné`,
      when: isObject,
    }),
    z.refine<Names>((names) => names[first] === undefined || names[other] === undefined, {
      path: [other],
      error: `ne se donne pas avec ${first}`,
      when: isObject,
    }),
  ] as const;
};

/** The person is named by their account or by their card, the copy by its barcode or as any copy of its title. */
export const NewLoan = z
  .strictObject({
    utilisateur_id: z.optional(id),
    numero_carte: z.optional(printedNumber),
    livre_id: z.optional(id),
    code_barres: z.optional(printedNumber),
  })
  .check(...oneOf('utilisateur_id', 'numero_carte'), ...oneOf('livre_id', 'code_barres'));
export type NewLoan = z.infer<typeof NewLoan>;

export const LoanFilter = z.strictObject({ statut: z._default(z.enum(['en_cours', 'rendu']), 'en_cours') });
export type LoanFilter = z.infer<typeof LoanFilter>;

export const EveryLoan = z.strictObject({});

export const ScannedCopy = z.strictObject({ code_barres: printedNumber });
export type ScannedCopy = z.infer<typeof ScannedCopy>;

/** What a lost book costs, in euros; the library's own amount when absent. */
export const Loss = z.strictObject({ montant: z.optional(euros(0.01, 1000)) });
export type Loss = z.infer<typeof Loss>;
