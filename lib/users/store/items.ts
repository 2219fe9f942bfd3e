import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import { given } from '../../runtime/config.ts';
import { only } from '../../values/fields.ts';
import { fold } from '../../values/fold.ts';
import { toCents, toEuros } from '../../values/money.ts';
import type { Account } from '../rules.ts';
import { Penalty, User } from '../schema.ts';

/**
 * The items of the users table. All items of a person share a partition, which is read newest first:
 *
 *   UTILISATEUR#<id>  UTILISATEUR        the account, what it owes and its loans that are out
 *   UTILISATEUR#<id>  PENALITE#<id>      a penalty; its id (UUID v7) begins with its date
 *   UTILISATEUR#<id>  SUPPRESSION        in place of a deleted account, for as long as anything leads to the person
 *   EMAIL#<email>     EMAIL              keeps an e-mail to one account
 *   IDEMPOTENCE#<…>   IDEMPOTENCE        a first answer, see lib/aws/dynamodb/idempotency.ts
 *   REPONSES#<id>     <…>                leads to a first answer about that person
 */
export interface AccountItem extends Account, Versioned {
  /** Partition and sort key of the index `utilisateurs_par_nom`. */
  liste: typeof LIST;
  nom_tri: string;
}

/** Its amounts are cents. */
export interface PenaltyItem extends Omit<Penalty, 'reste_a_payer'>, Versioned {
  reste: number;
  motif_annulation?: string | undefined;
}

export const TABLE = given('UTILISATEURS_TABLE');
export const LIST = 'UTILISATEURS';
export const PENALTY = 'PENALITE#';

export const accountKey = (id: string) => ({ pk: `UTILISATEUR#${id}`, sk: 'UTILISATEUR' });
export const penaltyKey = (userId: string, id: string) => ({ pk: `UTILISATEUR#${userId}`, sk: `${PENALTY}${id}` });
export const deletionKey = (id: string) => ({ pk: `UTILISATEUR#${id}`, sk: 'SUPPRESSION' });
/** The partition of the same index that lists the deletions that are not finished. */
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

export const penaltyItem = ({ reste_a_payer, ...penalty }: Penalty): Omit<PenaltyItem, 'version'> => ({
  ...penaltyKey(penalty.utilisateur_id, penalty.id),
  ...penalty,
  montant: toCents(penalty.montant),
  reste: toCents(reste_a_payer),
});

export const toUser = (account: User): User => only(User, account);

export const toPenalty = (item: PenaltyItem): Penalty =>
  only(Penalty, { ...item, montant: toEuros(item.montant), reste_a_payer: toEuros(item.reste) });
