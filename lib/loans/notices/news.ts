import type { HoldNews } from '../holds/record.ts';
import type { LoanRecord } from '../record.ts';

/** What a person is written to about. */

/** What one line of a message says: a loan at a step, or what has become of a hold. */
export type Told = { loan: LoanRecord } | { hold: { titre: string; date_limite: string }; sujet: HoldNews };

/** Something that a run has taken up: no other run can. */
export interface TakenUp {
  /** The id of its record. */
  id: string;
  told: Told;
  /** Records that the mail has gone, or takes it back that it was to go. */
  record: (hasGone: boolean) => Promise<void>;
}

/** Something that a person is to be told. */
export interface News {
  utilisateur_id: string;
  /** Takes it up, unless it is told or untrue by now. */
  takeUp: (passage: string) => Promise<TakenUp | undefined>;
}
