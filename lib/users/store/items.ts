import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import { fold } from '../../values/fold.ts';
import { toCents, toEuros } from '../../values/money.ts';
import type { Account } from '../rules.ts';
import type { Penalty, User } from '../schema.ts';

/**
 * The items of the users table. All items of a person share a partition, which is read newest first:
 *
 *   UTILISATEUR#<id>  UTILISATEUR        the account, what it owes and its loans that are out
 *   UTILISATEUR#<id>  PENALITE#<id>      a penalty; its id (UUID v7) begins with its date
 *   UTILISATEUR#<id>  SUPPRESSION        only while a long history is being deleted
 *   EMAIL#<email>     EMAIL              keeps an e-mail to one account
 *   IDEMPOTENCE#<…>   IDEMPOTENCE        a first answer, see lib/aws/dynamodb/idempotency.ts
 */
export interface AccountItem extends Account, Versioned {
  /** Partition and sort key of the index `utilisateurs_par_nom`. */
  liste: typeof LIST;
  nom_tri: string;
}

export interface PenaltyItem extends Versioned {
  id: string;
  utilisateur_id: string;
  /** Cents, like `reste`. */
  montant: number;
  reste: number;
  description: string;
  date_penalite: string;
  statut: Penalty['statut'];
  motif_annulation?: string | undefined;
}

export const TABLE = process.env.UTILISATEURS_TABLE as string;
export const LIST = 'UTILISATEURS';
export const PENALTY = 'PENALITE#';

export const accountKey = (id: string) => ({ pk: `UTILISATEUR#${id}`, sk: 'UTILISATEUR' });
export const penaltyKey = (userId: string, id: string) => ({ pk: `UTILISATEUR#${userId}`, sk: `${PENALTY}${id}` });
export const deletionKey = (id: string) => ({ pk: `UTILISATEUR#${id}`, sk: 'SUPPRESSION' });
/** The partition of the same index that lists the deletions in progress. */
export const DELETIONS = 'SUPPRESSIONS';
export const emailKey = (email: string) => ({ pk: `EMAIL#${email}`, sk: 'EMAIL' });

/** A sort key holds 1,024 bytes. Nom and prenom each get so many of them, and the id gets the rest. */
const NAME_BYTES = 480;

/** Folds a name for sorting and for search by its beginning. */
export function nameKey(name: string): string {
  const folded = fold(name);
  if (Buffer.byteLength(folded) <= NAME_BYTES) return folded;
  let key = '';
  for (const character of folded) {
    if (Buffer.byteLength(key + character) > NAME_BYTES) break;
    key += character;
  }
  return key;
}

/** Makes the sort key by nom, then prenom. The tab sorts before any letter, so `Le` comes before `Le Goff`. */
export const nameOrder = ({ nom, prenom, id }: User): string => `${nameKey(nom)}\t${nameKey(prenom)}\t${id}`;

export const newAccountItem = (user: User): AccountItem => ({
  ...accountKey(user.id),
  ...user,
  liste: LIST,
  nom_tri: nameOrder(user),
  version: 1,
  impaye: 0,
  emprunts: {},
});

export const penaltyItem = (penalty: Penalty): Omit<PenaltyItem, 'version'> => ({
  ...penaltyKey(penalty.utilisateur_id, penalty.id),
  id: penalty.id,
  utilisateur_id: penalty.utilisateur_id,
  montant: toCents(penalty.montant),
  reste: toCents(penalty.reste_a_payer),
  description: penalty.description,
  date_penalite: penalty.date_penalite,
  statut: penalty.statut,
});

export const toUser = ({ id, nom, prenom, email, date_creation }: User): User => ({
  id,
  nom,
  prenom,
  email,
  date_creation,
});

export const toPenalty = (item: PenaltyItem): Penalty => ({
  id: item.id,
  utilisateur_id: item.utilisateur_id,
  montant: toEuros(item.montant),
  description: item.description,
  date_penalite: item.date_penalite,
  statut: item.statut,
  reste_a_payer: toEuros(item.reste),
});
