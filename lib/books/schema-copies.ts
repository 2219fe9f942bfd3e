import * as z from 'zod/mini';
import { date, id, printedNumber, text } from '../values/fields.ts';

/** What the books service shows of a copy, and the ids of its paths. */

/** What the library says of a copy. Only one that is `en_service` can be lent. */
export const STATES = ['en_service', 'exclu_du_pret', 'en_reparation', 'perdu', 'retire'] as const;
export type State = (typeof STATES)[number];

const cote = z.nullable(text(50));
const note = z.nullable(text(500));
const etat = z.enum(STATES);

export const CopyId = z.strictObject({ id, exemplaire_id: id });
export const Barcode = z.strictObject({ code_barres: printedNumber });

export const Copy = z.strictObject({
  id,
  livre_id: id,
  code_barres: printedNumber,
  cote,
  etat,
  note,
  date_entree: date,
  situation: z.enum(['en_rayon', 'emprunte', 'mis_de_cote', 'indisponible']),
});
export type Copy = z.infer<typeof Copy>;

export const EveryCopy = z.strictObject({});

/** A copy as the desk finds it by its barcode, with its title and with the loan or the hold that has it. */
export const FoundCopy = z.extend(Copy, {
  livre: z.strictObject({ id, titre: z.string(), auteur: z.nullable(z.string()) }),
  emprunt_id: z.nullable(id),
  reservation_id: z.nullable(id),
});
export type FoundCopy = z.infer<typeof FoundCopy>;
