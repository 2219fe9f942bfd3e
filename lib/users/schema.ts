import * as z from 'zod/mini';
import { BORROWING_MOTIFS } from '../policy/borrowing.ts';
import { NAME } from '../policy/policy.ts';
import { categories } from '../runtime/policy.ts';
import { areSound, date, dateTime, euros, id, printedNumber, text } from '../values/fields.ts';
import { email } from './email.ts';
import { areFindable, TOO_MANY_WORDS, wordsAsked } from './names.ts';

/** The shapes of the users service on the wire. Amounts are euros. */

const nom = text(100);
const prenom = text(100);
const numero_carte = printedNumber;
/** A request may give a category of the policy. An account may have one that the policy no longer has. */
const categorie = z.enum(categories);
const categorieKept = z.string().check(z.regex(NAME));
const maybeDate = z.nullable(date);
const responsable_id = z.nullable(id);

/** @param fields those that the fault names */
const notEmpty = (fields: string) =>
  z.refine((changes) => Object.keys(changes as object).length > 0, {
    error: `doit contenir au moins un champ à modifier : ${fields}`,
  });

export const UserId = z.strictObject({ id });
export const PenaltyId = z.strictObject({ id, penalite_id: id });
export const PaymentId = z.extend(PenaltyId, { mouvement_id: id });
export type PaymentId = z.infer<typeof PaymentId>;

export const NewBlock = z.strictObject({ motif: text(500), jusqu_au: z._default(maybeDate, null) });
export type NewBlock = z.infer<typeof NewBlock>;

/** A person's membership. Dates are calendar days, the last of them included. */
export const Membership = z.strictObject({
  numero_carte,
  categorie: categorieKept,
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

const NewMembership = z.strictObject({
  numero_carte: z.optional(numero_carte),
  categorie: z._default(categorie, categories[0] as string),
  date_naissance: z._default(maybeDate, null),
  date_fin: z._default(maybeDate, null),
  responsable_id: z._default(responsable_id, null),
});

export const NewUser = z
  .strictObject({
    nom,
    prenom,
    email: z._default(z.nullable(email), null),
    adhesion: z.prefault(NewMembership, {}),
  })
  .check(z.refine(areFindable, { path: ['nom'], error: TOO_MANY_WORDS, when: areSound('nom', 'prenom') }));
export type NewUser = z.infer<typeof NewUser>;

const MembershipChanges = z
  .partial(z.extend(z.omit(Membership, { blocage: true }), { categorie }))
  .check(notEmpty('numero_carte, categorie, date_naissance, date_fin ou responsable_id'));

export const UserChanges = z
  .partial(z.strictObject({ nom, prenom, email: z.nullable(email), adhesion: MembershipChanges }))
  .check(notEmpty('nom, prenom, email ou adhesion'));
export type UserChanges = z.infer<typeof UserChanges>;

/** As long as the longest e-mail. */
const q = text(254).check(
  z.refine((value) => wordsAsked(value).length > 0, { error: 'doit contenir une lettre ou un chiffre' }),
);
export const UserFilter = z.partial(z.strictObject({ q, nom, email, carte: numero_carte }));
export type UserFilter = z.infer<typeof UserFilter>;

/** The data that a person at the desk gives, to be compared with the account. */
export const Claims = z.partial(z.strictObject({ nom, prenom, email }));
export type Claims = z.infer<typeof Claims>;

export const Verification = z.strictObject({
  utilisateur_id: id,
  peut_emprunter: z.boolean(),
  motifs: z.array(z.enum(BORROWING_MOTIFS)),
  total_impaye: z.number(),
  emprunts_en_cours: z.int(),
  emprunts_en_retard: z.int(),
  limite_emprunts: z.int(),
  categorie: categorieKept,
  reservations_en_cours: z.int(),
  limite_reservations: z.int(),
  informations: z.optional(
    z.strictObject({ conformes: z.boolean(), differences: z.array(z.enum(['nom', 'prenom', 'email'])) }),
  ),
});
export type Verification = z.infer<typeof Verification>;

export const PenaltyStatus = z.enum(['impayee', 'payee', 'annulee']);

const Means = z.enum(['especes', 'cheque', 'carte', 'virement', 'autre']);
const reason = text(500);

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

export const NewPenalty = z.pick(Penalty, { montant: true, description: true });
export type NewPenalty = z.infer<typeof NewPenalty>;

export const PenaltyFilter = z.strictObject({ statut: z.optional(PenaltyStatus) });
export type PenaltyFilter = z.infer<typeof PenaltyFilter>;

/** A penalty in the list of all members' unpaid ones, with whom it is of. */
export const UnpaidPenalty = z.extend(Penalty, { utilisateur: z.pick(User, { id: true, nom: true, prenom: true }) });
export type UnpaidPenalty = z.infer<typeof UnpaidPenalty>;

export const UnpaidFilter = z.strictObject({ statut: z._default(z.literal('impayee'), 'impayee') });

export const Payment = z.extend(z.pick(Penalty, { montant: true }), { moyen: z._default(Means, 'especes') });
export type Payment = z.infer<typeof Payment>;

export const Strike = z.strictObject({ motif: reason });
export type Strike = z.infer<typeof Strike>;

export const Waiver = z.extend(Strike, { rembourser: z._default(z.boolean(), false) });
export type Waiver = z.infer<typeof Waiver>;
