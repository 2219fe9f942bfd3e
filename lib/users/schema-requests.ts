import * as z from 'zod/mini';
import { categories } from '../runtime/policy.ts';
import { areSound, text } from '../values/fields.ts';
import { email } from './email.ts';
import { areFindable, TOO_MANY_WORDS, wordsAsked } from './names.ts';
import { Membership, User } from './schema.ts';

/**
 * What requests about accounts may say. It is apart from what the service shows, so that a function
 * that takes no such request starts without it.
 */

const { nom, prenom } = User.shape;
const { numero_carte, date_naissance, date_fin, responsable_id } = Membership.shape;
/** One of the policy. An account may have one that the policy no longer has. */
const categorie = z.enum(categories);

/** @param fields those that the fault names */
const notEmpty = (fields: string) =>
  z.refine((changes) => Object.keys(changes as object).length > 0, {
    error: `doit contenir au moins un champ à modifier : ${fields}`,
  });

export const NewBlock = z.strictObject({ motif: text(500), jusqu_au: z._default(date_fin, null) });
export type NewBlock = z.infer<typeof NewBlock>;

const NewMembership = z.strictObject({
  numero_carte: z.optional(numero_carte),
  categorie: z._default(categorie, categories[0] as string),
  date_naissance: z._default(date_naissance, null),
  date_fin: z._default(date_fin, null),
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
