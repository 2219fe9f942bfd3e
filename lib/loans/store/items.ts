import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import { given } from '../../runtime/config.ts';
import type { LoanRecord } from '../record.ts';

/**
 * The loans table:
 *
 *   EMPRUNT#<id>      EMPRUNT        the record of a loan
 *   IDEMPOTENCE#<…>   IDEMPOTENCE    a first answer, see lib/aws/dynamodb/idempotency.ts
 *
 * and its two indexes: `emprunts_par_utilisateur`, a person's loans, those out and those returned;
 * `emprunts_a_suivre`, the loans that need somebody, those in the middle of something and those out
 * by due date. A loan that is returned and settled leaves the latter: its size is what is out.
 */
export interface LoanItem extends LoanRecord, Versioned {
  /** Index keys. */
  liste?: string;
  liste_tri?: string;
  suivi?: string;
  suivi_tri?: string;
}

export const TABLE = given('EMPRUNTS_TABLE');

/** Partitions of the index of loans to follow: their writes are spread, their reads are merged. */
export const SHARDS = ['0', '1', '2', '3'];
const shardOf = (id: string): string => String(Number.parseInt(id.slice(0, 2), 16) % SHARDS.length);

export const loanKey = (id: string) => ({ pk: `EMPRUNT#${id}`, sk: 'EMPRUNT' });

/** Where the indexes show a loan, as it now is. */
function indexKeys({ id, utilisateur_id, statut, date_echeance, date_retour, transit }: LoanRecord) {
  const list =
    statut === 'en_attente'
      ? {}
      : { liste: `${utilisateur_id}#${statut}`, liste_tri: `${date_retour ?? date_echeance}#${id}` };
  if (transit) return { ...list, suivi: `TRANSIT#${shardOf(id)}`, suivi_tri: `${transit.depuis}#${id}` };
  if (statut === 'en_cours') return { ...list, suivi: `DEHORS#${shardOf(id)}`, suivi_tri: `${date_echeance}#${id}` };
  return list;
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
