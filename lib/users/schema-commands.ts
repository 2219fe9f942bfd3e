import * as z from 'zod/mini';
import { date, id, printedNumber } from '../values/fields.ts';
import { Penalty } from './schema.ts';

export { Done, DoneOrMoved } from '../values/done.ts';

/**
 * The private commands of the users service, and what that of the loans service answers. A field that a shape does not
 * have is left: functions are updated one by one, and the other side may know more already, or still.
 */

/**
 * A private command that changes nothing: it tells how accounts stand, in the order asked, or the one with that card.
 */
export const StandingsQuery = z.union([
  z.object({ utilisateur_ids: z.array(id).check(z.minLength(1), z.maxLength(100)) }),
  z.object({ numero_carte: printedNumber }),
]);
export type StandingsQuery = z.infer<typeof StandingsQuery>;

/**
 * A private command of the identity service, which changes nothing: it tells whose account has this e-mail. Any text
 * may be asked; what is no e-mail is no account's.
 */
export const OwnerQuery = z.object({ email: z.string().check(z.maxLength(2048)) });
export type OwnerQuery = z.infer<typeof OwnerQuery>;

export const Owner = z.object({ utilisateur_id: z.nullable(id) });

/** What an account knows of a loan that is out. */
const LoanOut = z.object({ date_echeance: date, type: z.string(), livre_id: id });

/**
 * How an account stands. What is stored is told as it is: the rules for what a request may give may be others by now.
 */
export const AccountStanding = z.object({
  utilisateur_id: id,
  version: z.int(),
  nom: z.string(),
  prenom: z.string(),
  email: z.nullable(z.string()),
  /** Euros. */
  total_impaye: z.number(),
  /** The loans that are out, by their ids. */
  emprunts: z.record(id, LoanOut),
  /** The holds that are open, by their ids. */
  reservations: z.record(id, z.object({ livre_id: id })),
  adhesion: z.object({
    numero_carte: z.string(),
    categorie: z.string(),
    date_fin: z.nullable(date),
    responsable_id: z.nullable(id),
    blocage: z.nullable(z.object({ jusqu_au: z.nullable(date) })),
  }),
});

/** `null` stands for an account that does not exist. */
export const Standings = z.object({ comptes: z.array(z.nullable(AccountStanding)) });

/** A private command that changes nothing: it tells which of these penalties are unpaid. One that is gone is not. */
export const PenaltiesQuery = z.object({
  penalites: z.array(z.object({ utilisateur_id: id, id })).check(z.minLength(1), z.maxLength(100)),
});
export type PenaltiesQuery = z.infer<typeof PenaltiesQuery>;

export const UnpaidPenalties = z.object({ impayees: z.array(id) });

/**
 * A private command of the loans service, which has decided on the account at `version`. It gives the loan
 * its slot until the due date.
 */
export const OpenLoan = z.extend(LoanOut, { utilisateur_id: id, emprunt_id: id, version: z.int() });
export type OpenLoan = z.infer<typeof OpenLoan>;

/** A private command of the loans service. It frees the slot of a loan and charges what its delay or its loss costs. */
export const CloseLoan = z.object({
  utilisateur_id: id,
  emprunt_id: id,
  penalites: z
    .array(z.object(z.pick(Penalty, { id: true, montant: true, description: true, date_penalite: true }).shape))
    .check(z.maxLength(2)),
});
export type CloseLoan = z.infer<typeof CloseLoan>;

/** A private command of the loans service, which has decided on the account at `version`. It gives a hold its slot. */
export const OpenHold = z.object({ utilisateur_id: id, reservation_id: id, livre_id: id, version: z.int() });
export type OpenHold = z.infer<typeof OpenHold>;

/** A private command of the loans service. It frees the slot of a hold. */
export const CloseHold = z.object({ utilisateur_id: id, reservation_id: id });
export type CloseHold = z.infer<typeof CloseHold>;

/**
 * What the loans service answers when it is told to forget a person: how many loans and holds it found that led to them,
 * and how many of these still do.
 */
export const PersonForgotten = z.object({ trouves: z.int(), restants: z.int() });
