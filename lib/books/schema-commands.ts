import * as z from 'zod/mini';
import { date, dateTime, id, printedNumber } from '../values/fields.ts';
import { Copy as ShownCopy, STATES } from './schema-copies.ts';

export { Done, DoneOrMoved } from '../values/done.ts';

/**
 * The private commands of the books service, which the loans service sends. A field that a shape does not have is left:
 * functions are updated one by one, and the other side may know more already, or still.
 */

const Copy = z.object(ShownCopy.shape);

/** A hold as its title has it today. */
export const HoldStanding = z.object({
  id,
  utilisateur_id: id,
  date_reservation: dateTime,
  /** Holds come in the order of their places. */
  place: z.int(),
  statut: z.enum(['en_attente', 'mise_de_cote', 'expiree']),
  /** Its place among those that wait, from 1; `null` for any other. */
  rang: z.nullable(z.int()),
  suspendue_jusqu_au: z.nullable(date),
  exemplaire_id: z.nullable(id),
  date_limite: z.nullable(date),
});
export type HoldStanding = z.infer<typeof HoldStanding>;

/** A private command that changes nothing: it tells how titles and their copies stand, in the order asked. */
export const StandingsQuery = z.union([
  z.object({ livre_ids: z.array(id).check(z.minLength(1), z.maxLength(100)) }),
  z.object({ code_barres: printedNumber }),
]);
export type StandingsQuery = z.infer<typeof StandingsQuery>;

export const TitleStanding = z.object({
  version: z.int(),
  livre_id: id,
  titre: z.string(),
  type: z.string(),
  /** Copy id → copy. */
  exemplaires: z.record(id, z.object({ code_barres: printedNumber, etat: z.enum(STATES) })),
  /** The copies that are out, by their loans. */
  emprunts: z.record(id, z.object({ exemplaire_id: id, date_echeance: date })),
  /** Those who wait, those for whom a copy is set aside and those that have expired, in their order. */
  reservations: z.array(HoldStanding),
});

/** `null` stands for a book that does not exist; the copy is that whose barcode was asked. */
export const Standings = z.object({
  livres: z.array(z.nullable(TitleStanding)),
  exemplaire: z.nullable(Copy),
});

/**
 * A private command of the loans service, which has decided on the book at `version`. It gives the loan a
 * copy until the due date.
 */
export const TakeCopy = z.object({
  livre_id: id,
  emprunt_id: id,
  exemplaire_id: id,
  date_echeance: date,
  /** The hold that the loan fulfils. */
  reservation_id: z.nullable(id),
  version: z.int(),
});
export type TakeCopy = z.infer<typeof TakeCopy>;

/**
 * A private command of the loans service. It gives a loan's copy back, says that it is lost, or that the loan was never
 * made.
 */
export const ReturnCopy = z.object({
  livre_id: id,
  emprunt_id: id,
  exemplaire_id: id,
  fin: z.enum(['retour', 'perte', 'annulation']),
});
export type ReturnCopy = z.infer<typeof ReturnCopy>;

/** A private command of the loans service: a copy that was lost has been found, and is in service again. */
export const RecoverCopy = z.object({ livre_id: id, exemplaire_id: id });
export type RecoverCopy = z.infer<typeof RecoverCopy>;

/** The hold for which the copy is set aside now, if any. */
export const FreedCopy = z.object({ reservation: z.nullable(HoldStanding) });

/**
 * A private command of the loans service, which has decided on the book at `version`. It puts a hold at the end of the
 * queue.
 */
export const PlaceHold = z.object({
  livre_id: id,
  reservation_id: id,
  utilisateur_id: id,
  date_reservation: dateTime,
  version: z.int(),
});
export type PlaceHold = z.infer<typeof PlaceHold>;

/**
 * A private command of the loans service. It takes a hold out of its title, which passes on what was set aside for it.
 */
export const LeaveQueue = z.object({ livre_id: id, reservation_id: id });
export type LeaveQueue = z.infer<typeof LeaveQueue>;

/**
 * A private command of the loans service, which has decided on the book at `version`. It suspends a hold, or resumes
 * it.
 */
export const SuspendHold = z.object({
  livre_id: id,
  reservation_id: id,
  jusqu_au: z.nullable(date),
  version: z.int(),
});
export type SuspendHold = z.infer<typeof SuspendHold>;

const upToHundredIds = z.array(id).check(z.minLength(1), z.maxLength(100));

/**
 * A private command that changes nothing: the holds of titles, in the order asked, or those of them that are named; or
 * a page of those that are set aside.
 */
export const HoldsQuery = z.union([
  z.object({ livre_ids: upToHundredIds, reservation_ids: z.nullable(upToHundredIds) }),
  z.object({ apres: z.nullable(z.string()), limite: z.int().check(z.minimum(1), z.maximum(100)) }),
]);
export type HoldsQuery = z.infer<typeof HoldsQuery>;

/** A hold with its title, and with the copy that is set aside for it. */
export const TitledHold = z.extend(HoldStanding, {
  livre_id: id,
  titre: z.string(),
  exemplaire: z.nullable(z.pick(Copy, { id: true, code_barres: true, cote: true })),
});
export type TitledHold = z.infer<typeof TitledHold>;

/**
 * The holds, with the versions of their titles, which those that do not exist have not; or a page, and where to go on.
 */
export const Holds = z.object({
  reservations: z.array(TitledHold),
  versions: z.record(id, z.int()),
  suivant: z.nullable(z.string()),
});

/**
 * A private command of the loans service. It writes titles as they stand today to which something has happened by
 * itself.
 */
export const SettleTitles = z.object({ apres: z.nullable(z.string()) });
export type SettleTitles = z.infer<typeof SettleTitles>;

/** The holds that have expired and are to be closed. */
export const SettledTitles = z.object({
  expirees: z.array(z.object({ id, livre_id: id })),
  suivant: z.nullable(z.string()),
});
