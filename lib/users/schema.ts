import * as z from 'zod/mini';
import { date, dateTime, euros, id, text } from '../values/fields.ts';

/** The users service's shapes, as they go over the wire. Amounts are euros. */

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

export const BorrowingMotif = z.enum(['penalites_impayees', 'limite_emprunts_atteinte', 'emprunts_en_retard']);
export type BorrowingMotif = z.infer<typeof BorrowingMotif>;

/** What a person at the desk says of themselves, to be compared with the account. */
export const Claims = z.partial(NewUser);
export type Claims = z.infer<typeof Claims>;

export const Verification = z.strictObject({
  utilisateur_id: id,
  peut_emprunter: z.boolean(),
  motifs: z.array(BorrowingMotif),
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

/**
 * Private command of the loans service. `pret` takes the person's slot, `prolongation` moves its due
 * date, both by the rules; `retablissement` moves a due date back, as a renewal that failed asks;
 * `consultation` changes nothing and tells the rules and whom to write to.
 */
export const OpenLoan = z.strictObject({
  utilisateur_id: id,
  emprunt_id: id,
  nature: z.enum(['pret', 'prolongation', 'retablissement', 'consultation']),
  date_echeance: date,
});
export type OpenLoan = z.infer<typeof OpenLoan>;

export const OpenedLoan = z.discriminatedUnion('resultat', [
  // `renvoye`: the write was sent again, and its first attempt may still arrive and take the slot, if that is freed now.
  z.strictObject({ resultat: z.literal('ouvert'), renvoye: z.optional(z.literal(true)) }),
  z.strictObject({ resultat: z.literal('refuse'), motifs: z.array(BorrowingMotif) }),
  z.strictObject({ resultat: z.literal('consulte'), motifs: z.array(BorrowingMotif), utilisateur: NewUser }),
  z.strictObject({ resultat: z.literal('utilisateur_introuvable') }),
  z.strictObject({ resultat: z.literal('emprunt_clos') }),
]);
export type OpenedLoan = z.infer<typeof OpenedLoan>;

/** Private command of the loans service: free the slot of a loan and, when it came back late, charge for it. */
export const CloseLoan = z.strictObject({
  utilisateur_id: id,
  emprunt_id: id,
  penalite: z.nullable(z.pick(Penalty, { id: true, montant: true, description: true, date_penalite: true })),
});
export type CloseLoan = z.infer<typeof CloseLoan>;

export const ClosedLoan = z.strictObject({ penalite: z.nullable(Penalty) });
export type ClosedLoan = z.infer<typeof ClosedLoan>;
