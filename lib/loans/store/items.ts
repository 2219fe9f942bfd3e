import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import { given } from '../../runtime/config.ts';
import type { HoldRecord } from '../holds/record.ts';
import { type Borrowed, isOver, type LoanRecord } from '../record.ts';

/**
 * The loans table:
 *
 *   EMPRUNT#<id>      EMPRUNT        the record of a loan
 *   RESERVATION#<id>  RESERVATION    the record of a hold
 *   IDEMPOTENCE#<…>   IDEMPOTENCE    a first answer, see lib/aws/dynamodb/answers.ts
 *   REPONSES#<user>   <…>            leads to a first answer about that person
 *
 * and its two indexes: `emprunts_par_utilisateur`, a person's loans, those out and those returned, and their holds by
 * how they stand; `emprunts_a_suivre`, what is still to be done: loans and holds in the middle of something, loans out
 * by due date, loans returned and holds closed by the day on which they were, holds that have expired without a word to
 * their person. A loan that has forgotten its borrower is in neither.
 */
export type LoanItem = LoanRecord & Versioned & Partial<IndexKeys>;

/** What the indexes have: the loans whose borrower is known. */
export type BorrowedItem = LoanItem & Borrowed;

export type HoldItem = HoldRecord & Versioned & Partial<IndexKeys>;

export interface IndexKeys {
  liste: string;
  liste_tri: string;
  suivi: string;
  suivi_tri: string;
}

export const TABLE = given('EMPRUNTS_TABLE');

/** Partitions of the index of loans to follow: their writes are spread, their reads are merged. */
export const SHARDS = ['0', '1', '2', '3'];
/** The end of an id is drawn at random; that of a hold begins with the time. */
const shardOf = (id: string): string => String(Number.parseInt(id.slice(-2), 16) % SHARDS.length);

export const loanKey = (id: string) => ({ pk: `EMPRUNT#${id}`, sk: 'EMPRUNT' });

export const holdKey = (id: string) => ({ pk: `RESERVATION#${id}`, sk: 'RESERVATION' });

/**
 * Why the index of what to follow has a record: it is in the middle of something, a loan is out or has its borrower
 * still, a hold has expired and its person is to be told, or it is closed.
 */
export type Followed = 'TRANSIT' | 'DEHORS' | 'RENDU' | 'AVIS' | 'CLOSE';

const follow = (id: string, kind: Followed, since: string) => ({
  suivi: `${kind}#${shardOf(id)}`,
  suivi_tri: `${since}#${id}`,
});

/** Where the indexes show a loan, as it now is. */
function loanIndexKeys({ id, utilisateur_id, statut, date_echeance, date_retour, fin, transit }: LoanRecord) {
  if (utilisateur_id === null) return {};
  const day = date_retour ?? date_echeance;
  const list = isOver({ date_retour }) ? 'rendu' : 'en_cours';
  const place = `${fin ?? date_echeance}#${id}`;
  const listed = statut === 'en_attente' ? {} : { liste: `${utilisateur_id}#${list}`, liste_tri: place };
  if (transit) return { ...listed, ...follow(id, 'TRANSIT', transit.depuis) };
  return { ...listed, ...follow(id, isOver({ date_retour }) ? 'RENDU' : 'DEHORS', day) };
}

/** The record without the index keys that its item was read with. */
function bare<R extends object>(record: R & Partial<IndexKeys>): R {
  const { liste, liste_tri, suivi, suivi_tri, ...rest } = record;
  return rest as unknown as R;
}

export const itemOf = (loan: LoanRecord): Omit<LoanItem, 'version'> => ({
  ...bare(loan),
  ...loanKey(loan.id),
  ...loanIndexKeys(loan),
});

/** Where the indexes show a hold, as it now is. */
function holdIndexKeys(hold: HoldRecord) {
  const { id, utilisateur_id, statut, date_reservation, date_cloture, fin, notices, transit } = hold;
  const place = `${fin ?? date_reservation}#${id}`;
  const listed = statut === 'pose' ? {} : { liste: `${utilisateur_id}#${statut}`, liste_tri: place };
  if (transit) return { ...listed, ...follow(id, 'TRANSIT', transit.depuis) };
  if (date_cloture === null) return listed;
  const isToBeTold = statut === 'expiree' && !notices.some(({ sujet }) => sujet === 'expiree');
  return { ...listed, ...follow(id, isToBeTold ? 'AVIS' : 'CLOSE', date_cloture) };
}

export const holdItemOf = (hold: HoldRecord): Omit<HoldItem, 'version'> => ({
  ...bare(hold),
  ...holdKey(hold.id),
  ...holdIndexKeys(hold),
});
