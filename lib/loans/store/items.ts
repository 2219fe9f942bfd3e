import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import { given } from '../../runtime/config.ts';
import { type Borrowed, isOver, type LoanRecord } from '../record.ts';

/**
 * The loans table:
 *
 *   EMPRUNT#<id>      EMPRUNT        the record of a loan
 *   IDEMPOTENCE#<…>   IDEMPOTENCE    a first answer, see lib/aws/dynamodb/idempotency.ts
 *   REPONSES#<user>   <…>            leads to a first answer about that person
 *
 * and its two indexes: `emprunts_par_utilisateur`, a person's loans, those out and those returned;
 * `emprunts_a_suivre`, the loans that need somebody: those in the middle of something, those out by due date,
 * those returned by the day on which they came back. A loan that has forgotten its borrower is in neither.
 */
export type LoanItem = LoanRecord & Versioned & Partial<IndexKeys>;

/** What the indexes have: the loans whose borrower is known. */
export type BorrowedItem = LoanItem & Borrowed;

interface IndexKeys {
  liste: string;
  liste_tri: string;
  suivi: string;
  suivi_tri: string;
}

export const TABLE = given('EMPRUNTS_TABLE');

/** Partitions of the index of loans to follow: their writes are spread, their reads are merged. */
export const SHARDS = ['0', '1', '2', '3'];
const shardOf = (id: string): string => String(Number.parseInt(id.slice(0, 2), 16) % SHARDS.length);

export const loanKey = (id: string) => ({ pk: `EMPRUNT#${id}`, sk: 'EMPRUNT' });

/** Why the index of loans to follow has a loan: it is in the middle of something, out, or has its borrower still. */
export type Followed = 'TRANSIT' | 'DEHORS' | 'RENDU';

/** Where the indexes show a loan, as it now is. */
function indexKeys({ id, utilisateur_id, statut, date_echeance, date_retour, transit }: LoanRecord) {
  if (utilisateur_id === null) return {};
  const follow = (kind: Followed, since: string) => ({
    suivi: `${kind}#${shardOf(id)}`,
    suivi_tri: `${since}#${id}`,
  });
  const day = date_retour ?? date_echeance;
  const list = isOver({ date_retour }) ? 'rendu' : 'en_cours';
  const listed = statut === 'en_attente' ? {} : { liste: `${utilisateur_id}#${list}`, liste_tri: `${day}#${id}` };
  if (transit) return { ...listed, ...follow('TRANSIT', transit.depuis) };
  return { ...listed, ...follow(isOver({ date_retour }) ? 'RENDU' : 'DEHORS', day) };
}

/** @param loan without what an item that was read has besides its record */
export const itemOf = ({
  liste,
  liste_tri,
  suivi,
  suivi_tri,
  ...loan
}: LoanRecord & Partial<LoanItem>): Omit<LoanItem, 'version'> => ({
  ...loan,
  ...loanKey(loan.id),
  ...indexKeys(loan),
});
