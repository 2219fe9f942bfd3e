import * as z from 'zod/mini';
import { BORROWING_MOTIFS } from '../policy/borrowing.ts';
import { NAME } from '../policy/policy.ts';
import { date, dateTime, euros, id, printedNumber, text } from '../values/fields.ts';
import { email } from './email.ts';

/** What the users service shows, and the ids of its paths. Amounts are euros. */

const nom = text(100);
const prenom = text(100);
const numero_carte = printedNumber;
/** One of the policy, of today or of before. */
const categorie = z.string().check(z.regex(NAME));
const maybeDate = z.nullable(date);
const responsable_id = z.nullable(id);

export const UserId = z.strictObject({ id });
export const PenaltyId = z.strictObject({ id, penalite_id: id });
export const PaymentId = z.extend(PenaltyId, { mouvement_id: id });
export type PaymentId = z.infer<typeof PaymentId>;

/** A person's membership. Dates are calendar days, the last of them included. */
export const Membership = z.strictObject({
  numero_carte,
  categorie,
  date_naissance: maybeDate,
  date_fin: maybeDate,
  responsable_id,
  blocage: z.nullable(z.strictObject({ motif: text(500), depuis: date, jusqu_au: maybeDate })),
});
export type Membership = z.infer<typeof Membership>;

export const User = z.strictObject({
  id,
  nom,
  prenom,
  email: z.nullable(email),
  date_creation: dateTime,
  adhesion: Membership,
});
export type User = z.infer<typeof User>;

export const Verification = z.strictObject({
  utilisateur_id: id,
  peut_emprunter: z.boolean(),
  motifs: z.array(z.enum(BORROWING_MOTIFS)),
  total_impaye: z.number(),
  emprunts_en_cours: z.int(),
  emprunts_en_retard: z.int(),
  limite_emprunts: z.int(),
  categorie,
  reservations_en_cours: z.int(),
  limite_reservations: z.int(),
  informations: z.optional(
    z.strictObject({ conformes: z.boolean(), differences: z.array(z.enum(['nom', 'prenom', 'email'])) }),
  ),
});
export type Verification = z.infer<typeof Verification>;

export const PenaltyStatus = z.enum(['impayee', 'payee', 'annulee']);

export const Means = z.enum(['especes', 'cheque', 'carte', 'virement', 'autre']);
export const reason = text(500);

/** One thing that happened to a penalty's money. A payment that was recorded by mistake stays, and is struck. */
export const Movement = z.strictObject({
  id,
  type: z.enum(['paiement', 'remboursement', 'annulation']),
  montant: euros(0.01, 1000),
  moyen: z.nullable(Means),
  motif: z.nullable(reason),
  date: dateTime,
  annule: z.boolean(),
  date_annulation: z.nullable(dateTime),
});
export type Movement = z.infer<typeof Movement>;

export const Penalty = z.strictObject({
  id,
  utilisateur_id: id,
  montant: euros(0.01, 1000),
  description: text(500),
  date_penalite: dateTime,
  statut: PenaltyStatus,
  reste_a_payer: euros(0, 1000),
  /** The oldest comes first. */
  mouvements: z.array(Movement),
});
export type Penalty = z.infer<typeof Penalty>;

/** A penalty in the list of all members' unpaid ones, with whom it is of. */
export const UnpaidPenalty = z.extend(Penalty, { utilisateur: z.pick(User, { id: true, nom: true, prenom: true }) });
export type UnpaidPenalty = z.infer<typeof UnpaidPenalty>;
