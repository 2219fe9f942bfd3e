import * as z from 'zod/mini';
import { Means, Penalty, PenaltyStatus, reason } from './schema.ts';

/** What requests about penalties may say. */

export const NewPenalty = z.pick(Penalty, { montant: true, description: true });
export type NewPenalty = z.infer<typeof NewPenalty>;

export const PenaltyFilter = z.strictObject({ statut: z.optional(PenaltyStatus) });
export type PenaltyFilter = z.infer<typeof PenaltyFilter>;

export const UnpaidFilter = z.strictObject({ statut: z._default(z.literal('impayee'), 'impayee') });

export const Payment = z.extend(z.pick(Penalty, { montant: true }), { moyen: z._default(Means, 'especes') });
export type Payment = z.infer<typeof Payment>;

export const Strike = z.strictObject({ motif: reason });
export type Strike = z.infer<typeof Strike>;

export const Waiver = z.extend(Strike, { rembourser: z._default(z.boolean(), false) });
export type Waiver = z.infer<typeof Waiver>;
