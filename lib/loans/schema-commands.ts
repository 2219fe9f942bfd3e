import * as z from 'zod/mini';
import { date, dateTime, id } from '../values/fields.ts';
import { Copy as ShownCopy } from './schema.ts';

export { Done, DoneOrMoved } from '../values/done.ts';

/**
 * The private commands of the loans service, and what those of the other services answer. A field that a shape does not
 * have is left: functions are updated one by one, and the other side may know more already, or still.
 */

const Copy = z.object(ShownCopy.shape);

/**
 * A private command of the users service, which has deleted the account: its returned loans lose their borrower, its
 * closed holds go.
 */
export const ForgetPerson = z.object({ utilisateur_id: id });
export type ForgetPerson = z.infer<typeof ForgetPerson>;

/** How many loans and holds still lead to the person. */
export const PersonForgotten = z.object({ trouves: z.int(), restants: z.int() });

/** What the private commands of the other services answer. */
const loansOf = z.record(id, z.object({ date_echeance: date, type: z.string(), livre_id: id }));

const Account = z.object({
  utilisateur_id: id,
  version: z.int(),
  nom: z.string(),
  prenom: z.string(),
  email: z.nullable(z.string()),
  total_impaye: z.number(),
  emprunts: loansOf,
  reservations: z.record(id, z.object({ livre_id: id })),
  adhesion: z.object({
    numero_carte: z.string(),
    categorie: z.string(),
    date_fin: z.nullable(date),
    responsable_id: z.nullable(id),
    blocage: z.nullable(z.object({ jusqu_au: z.nullable(date) })),
  }),
});
export type Account = z.infer<typeof Account>;
export const Accounts = z.object({ comptes: z.array(z.nullable(Account)) });

/** A hold as its title has it today, in the order of the places. */
const QueuedHold = z.object({
  id,
  utilisateur_id: id,
  date_reservation: dateTime,
  place: z.int(),
  statut: z.enum(['en_attente', 'mise_de_cote', 'expiree']),
  rang: z.nullable(z.int()),
  suspendue_jusqu_au: z.nullable(date),
  exemplaire_id: z.nullable(id),
  date_limite: z.nullable(date),
});
export type QueuedHold = z.infer<typeof QueuedHold>;

const Title = z.object({
  version: z.int(),
  livre_id: id,
  titre: z.string(),
  type: z.string(),
  exemplaires: z.record(id, z.pick(Copy, { code_barres: true, etat: true })),
  emprunts: z.record(id, z.object({ exemplaire_id: id, date_echeance: date })),
  reservations: z.array(QueuedHold),
});
export type Title = z.infer<typeof Title>;
export const Titles = z.object({ livres: z.array(z.nullable(Title)), exemplaire: z.nullable(Copy) });

/** The ids of those penalties that are unpaid, among the ones that were asked about. */
export const UnpaidPenalties = z.object({ impayees: z.array(id) });

/** A hold with its title, and with the copy that is set aside for it. */
const TitledHold = z.extend(QueuedHold, {
  livre_id: id,
  titre: z.string(),
  exemplaire: z.nullable(z.pick(Copy, { id: true, code_barres: true, cote: true })),
});
export type TitledHold = z.infer<typeof TitledHold>;

/**
 * The holds of titles with the versions of these, which those that do not exist have not; or a page of holds, and where
 * to go on.
 */
export const Holds = z.object({
  reservations: z.array(TitledHold),
  versions: z.record(id, z.int()),
  suivant: z.nullable(z.string()),
});

/** The hold for which a copy is set aside that was freed. */
export const FreedCopy = z.object({ reservation: z.nullable(QueuedHold) });

/** The holds that have expired and are to be closed, and where to go on. */
export const SettledTitles = z.object({
  expirees: z.array(z.object({ id, livre_id: id })),
  suivant: z.nullable(z.string()),
});
export type SettledTitles = z.infer<typeof SettledTitles>;
