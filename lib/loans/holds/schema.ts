import * as z from 'zod/mini';
import { date, dateTime, id } from '../../values/fields.ts';

/** The shapes of holds on the wire. */

export const HoldId = z.strictObject({ id });

export const NewHold = z.strictObject({ utilisateur_id: id, livre_id: id });
export type NewHold = z.infer<typeof NewHold>;

export const HOLD_STATES = ['en_attente', 'mise_de_cote', 'honoree', 'annulee', 'expiree'] as const;

export const Hold = z.strictObject({
  id,
  utilisateur_id: id,
  livre_id: id,
  titre: z.string(),
  statut: z.enum(HOLD_STATES),
  date_reservation: dateTime,
  /** 1 is next; `null` unless it waits. */
  rang: z.nullable(z.int()),
  /** The last day on which it is passed over. */
  suspendue_jusqu_au: z.nullable(date),
  /** The copy that is set aside. */
  exemplaire: z.nullable(z.strictObject({ id, code_barres: z.string(), cote: z.nullable(z.string()) })),
  /** The last day to fetch it. */
  date_limite: z.nullable(date),
});
export type Hold = z.infer<typeof Hold>;

/** A hold for which a copy is set aside, with the person who is to fetch it, as the account says now. */
export const ShelvedHold = z.extend(Hold, {
  emprunteur: z.nullable(z.strictObject({ nom: z.string(), prenom: z.string(), numero_carte: z.string() })),
});
export type ShelvedHold = z.infer<typeof ShelvedHold>;

/** Without it, the holds that are open. */
export const HoldFilter = z.strictObject({ statut: z.optional(z.enum(HOLD_STATES)) });
export type HoldFilter = z.infer<typeof HoldFilter>;

export const ShelfFilter = z.strictObject({ statut: z._default(z.literal('mise_de_cote'), 'mise_de_cote') });

export const EveryHold = z.strictObject({});

export const Suspension = z.strictObject({ jusqu_au: date });
export type Suspension = z.infer<typeof Suspension>;
