import * as z from 'zod/mini';
import { BORROWING_MOTIFS } from '../policy/borrowing.ts';
import { date, dateTime, euros, id, text } from '../values/fields.ts';

/** The shapes of the users service on the wire. Amounts are euros. */

const nom = text(100);
const prenom = text(100);
const email = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254),
    z.email({ error: 'doit être une adresse e-mail, comme nom@exemple.fr' }),
  );

export const UserId = z.strictObject({ id });
export const PenaltyId = z.strictObject({ id, penalite_id: id });

export const User = z.strictObject({ id, nom, prenom, email, date_creation: dateTime });
export type User = z.infer<typeof User>;

export const NewUser = z.strictObject({ nom, prenom, email });
export type NewUser = z.infer<typeof NewUser>;

export const UserChanges = z.partial(NewUser).check(
  z.refine((changes) => Object.keys(changes).length > 0, {
    error: 'doit contenir au moins un champ à modifier : nom, prenom ou email',
  }),
);
export type UserChanges = z.infer<typeof UserChanges>;

export const UserFilter = z.partial(z.pick(NewUser, { nom: true, email: true }));
export type UserFilter = z.infer<typeof UserFilter>;

/** The data that a person at the desk gives, to be compared with the account. */
export const Claims = z.partial(NewUser);
export type Claims = z.infer<typeof Claims>;

export const Verification = z.strictObject({
  utilisateur_id: id,
  peut_emprunter: z.boolean(),
  motifs: z.array(z.enum(BORROWING_MOTIFS)),
  total_impaye: z.number(),
  emprunts_en_cours: z.int(),
  emprunts_en_retard: z.int(),
  limite_emprunts: z.int(),
  informations: z.optional(
    z.strictObject({ conformes: z.boolean(), differences: z.array(z.enum(['nom', 'prenom', 'email'])) }),
  ),
});
export type Verification = z.infer<typeof Verification>;

export const PenaltyStatus = z.enum(['impayee', 'payee', 'annulee']);

export const Penalty = z.strictObject({
  id,
  utilisateur_id: id,
  montant: euros(0.01, 1000),
  description: text(500),
  date_penalite: dateTime,
  statut: PenaltyStatus,
  reste_a_payer: euros(0, 1000),
});
export type Penalty = z.infer<typeof Penalty>;

export const NewPenalty = z.pick(Penalty, { montant: true, description: true });
export type NewPenalty = z.infer<typeof NewPenalty>;

export const PenaltyFilter = z.strictObject({ statut: z.optional(PenaltyStatus) });
export type PenaltyFilter = z.infer<typeof PenaltyFilter>;

export const Payment = z.pick(Penalty, { montant: true });
export type Payment = z.infer<typeof Payment>;

export const Waiver = z.strictObject({ motif: text(500) });
export type Waiver = z.infer<typeof Waiver>;

/** A private command that changes nothing: it tells how accounts stand, in the order asked. */
export const StandingsQuery = z.strictObject({ utilisateur_ids: z.array(id).check(z.minLength(1), z.maxLength(100)) });
export type StandingsQuery = z.infer<typeof StandingsQuery>;

export const AccountStanding = z.strictObject({
  version: z.int(),
  nom,
  prenom,
  email,
  /** Euros. */
  total_impaye: z.number(),
  /** The loans that are out: loan id → due date. */
  emprunts: z.record(id, date),
});

/** `null` stands for an account that does not exist. */
export const Standings = z.strictObject({ comptes: z.array(z.nullable(AccountStanding)) });

/** A private command that changes nothing: it tells which of these penalties are unpaid. One that is gone is not. */
export const PenaltiesQuery = z.strictObject({
  penalites: z.array(z.strictObject({ utilisateur_id: id, id })).check(z.minLength(1), z.maxLength(100)),
});
export type PenaltiesQuery = z.infer<typeof PenaltiesQuery>;

export const UnpaidPenalties = z.strictObject({ impayees: z.array(id) });

/**
 * A private command of the loans service, which has decided on the account at `version`. It gives the loan
 * its slot until the due date.
 */
export const OpenLoan = z.strictObject({ utilisateur_id: id, emprunt_id: id, date_echeance: date, version: z.int() });
export type OpenLoan = z.infer<typeof OpenLoan>;

/** `deplace`: the account has another version by now, or is gone; the decision must be taken anew. */
export const OpenedLoan = z.strictObject({ resultat: z.enum(['fait', 'deplace']) });
export type OpenedLoan = z.infer<typeof OpenedLoan>;

/** A private command of the loans service. It frees the slot of a loan and charges for a late return. */
export const CloseLoan = z.strictObject({
  utilisateur_id: id,
  emprunt_id: id,
  penalite: z.nullable(z.pick(Penalty, { id: true, montant: true, description: true, date_penalite: true })),
});
export type CloseLoan = z.infer<typeof CloseLoan>;

export const ClosedLoan = z.strictObject({ resultat: z.literal('fait') });

/** What the loans service answers when it is told to forget a person: how many loans still lead to them. */
export const PersonForgotten = z.strictObject({ restants: z.int() });
