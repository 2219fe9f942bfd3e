import { type Moment, type Sending, type Transit, transit } from '../record.ts';
import type { Hold } from './schema.ts';

/**
 * The record of a hold. Of one that is open it says that it is, and whose: its place in the queue, the copy that is set
 * aside and the last day stand in its title's item alone. Of one that is closed it says how it ended.
 */

/** What a hold may be in the middle of; lib/loans/holds/process.ts says how each comes to its end. */
export type HoldProcess = 'pose' | 'retrait' | 'cloture';

/** How a hold ends. */
export type HoldEnd = Exclude<Hold['statut'], 'en_attente' | 'mise_de_cote'>;
export const ENDS: readonly HoldEnd[] = ['honoree', 'annulee', 'expiree'];

/** What a hold's person is written to about. */
export type HoldNews = 'disponible' | 'expiree';

export interface HoldNotice extends Sending {
  sujet: HoldNews;
  /** The last day to fetch the copy that it is about. */
  date_limite: string;
}

export interface HoldRecord {
  id: string;
  utilisateur_id: string;
  livre_id: string;
  titre: string;
  /** Instant. */
  date_reservation: string;
  statut: 'pose' | 'ouverte' | HoldEnd;
  /** The day on which it was closed. */
  date_cloture: string | null;
  /** The instant of that: it orders the holds that ended on one day. */
  fin: string | null;
  /** The last day to fetch a copy, of a hold that has expired. */
  date_limite: string | null;
  notices: HoldNotice[];
  transit: Transit<HoldProcess> | null;
}

export type HoldInTransit = HoldRecord & { transit: Transit<HoldProcess> };

export const isOpen = ({ statut }: Pick<HoldRecord, 'statut'>): boolean => statut === 'ouverte';

/** The record of a hold that is being placed. */
export const placing = (
  id: string,
  decided: Pick<HoldRecord, 'utilisateur_id' | 'livre_id' | 'titre'>,
  moment: Moment,
): HoldInTransit => ({
  id,
  ...decided,
  date_reservation: moment.now,
  statut: 'pose',
  date_cloture: null,
  fin: null,
  date_limite: null,
  notices: [],
  transit: transit<HoldProcess>('pose', moment),
});

export const placed = (hold: HoldRecord): HoldRecord => ({ ...hold, statut: 'ouverte', transit: null });

/**
 * The hold from the moment it ends.
 * @param titre the title's name by then
 * @param date_limite the last day to fetch a copy, of one that has expired
 */
export const closing = (
  hold: HoldRecord,
  statut: HoldEnd,
  titre: string,
  moment: Moment,
  date_limite: string | null = null,
): HoldInTransit => ({
  ...hold,
  titre,
  statut,
  date_cloture: moment.day,
  fin: moment.now,
  date_limite,
  transit: transit<HoldProcess>('cloture', moment),
});

/**
 * Tells whether its person was written to about it, or a mail is on its way. A copy that is set aside anew has another
 * last day.
 */
export const isTold = ({ notices }: HoldRecord, sujet: HoldNews, date_limite: string): boolean =>
  notices.some((notice) => notice.sujet === sujet && notice.date_limite === date_limite);

/** The hold once it is no longer in transit. */
export const settledHold = (hold: HoldRecord): HoldRecord => ({ ...hold, transit: null });
