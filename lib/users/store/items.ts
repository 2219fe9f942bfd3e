import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import { given } from '../../runtime/config.ts';
import { only } from '../../values/fields.ts';
import { toCents, toEuros } from '../../values/money.ts';
import type { Account } from '../rules.ts';
import { Penalty, User } from '../schema.ts';

/**
 * The items of the users table. All items of a person share a partition, which is read newest first:
 *
 *   UTILISATEUR#<id>  UTILISATEUR        the account, what it owes, its loans that are out and its open holds
 *   UTILISATEUR#<id>  PENALITE#<id>      a penalty; its id (UUID v7) begins with its date
 *   UTILISATEUR#<id>  SUPPRESSION        in place of a deleted account, see deletion.ts
 *   EMAIL#<email>     EMAIL              keeps an e-mail to one account
 *   CARTE#<number>    CARTE              keeps a card number to one account
 *   ANNUAIRE#<start>  <nom>⇥<prenom>⇥<id>  finds a person by the beginning of a word, see directory.ts
 *   IDEMPOTENCE#<…>   IDEMPOTENCE        a first answer, see lib/aws/dynamodb/answers.ts
 *   REPONSES#<id>     <…>                leads to a first answer about that person
 */
export type AccountItem = Account & Versioned;

/** Its amounts are cents, those of its movements too. */
export interface PenaltyItem extends Omit<Penalty, 'reste_a_payer'>, Versioned {
  reste: number;
  /** Partition and sort key of the index, as long as something is left to pay. */
  suivi?: typeof UNPAID;
  suivi_tri?: string;
}

export const TABLE = given('UTILISATEURS_TABLE');
export const PENALTY = 'PENALITE#';

export const accountKey = (id: string) => ({ pk: `UTILISATEUR#${id}`, sk: 'UTILISATEUR' });
export const penaltyKey = (userId: string, id: string) => ({ pk: `UTILISATEUR#${userId}`, sk: `${PENALTY}${id}` });
export const deletionKey = (id: string) => ({ pk: `UTILISATEUR#${id}`, sk: 'SUPPRESSION' });
export const cardKey = (number: string) => ({ pk: `CARTE#${number}`, sk: 'CARTE' });
/** @param beginning of a word; none is the partition of all people */
export const directoryKey = (beginning: string, order: string) => ({ pk: `ANNUAIRE#${beginning}`, sk: order });
/** The index of what is left to do: the marks of deletions, and all that is unpaid, oldest first. */
export const INDEX = 'utilisateurs_a_suivre';
export const DELETIONS = 'SUPPRESSIONS';
export const UNPAID = 'IMPAYEES';
export const unpaidKey = (penaltyId: string) => ({ suivi: UNPAID, suivi_tri: penaltyId }) as const;
export const emailKey = (email: string) => ({ pk: `EMAIL#${email}`, sk: 'EMAIL' });

export const newAccountItem = (user: User): AccountItem => ({
  ...accountKey(user.id),
  ...user,
  version: 1,
  impaye: 0,
  emprunts: {},
  reservations: {},
  a_charge: 0,
});

/** The same thing with its amount in another unit. */
const inUnit = <T extends { montant: number }>(thing: T, convert: (amount: number) => number): T => ({
  ...thing,
  montant: convert(thing.montant),
});

export const penaltyItem = ({ reste_a_payer, mouvements, ...penalty }: Penalty): Omit<PenaltyItem, 'version'> => ({
  ...penaltyKey(penalty.utilisateur_id, penalty.id),
  ...inUnit(penalty, toCents),
  reste: toCents(reste_a_payer),
  mouvements: mouvements.map((movement) => inUnit(movement, toCents)),
  ...(penalty.statut === 'impayee' && unpaidKey(penalty.id)),
});

export const toUser = (account: User): User => only(User, account);

export const toPenalty = (item: PenaltyItem): Penalty =>
  only(Penalty, {
    ...inUnit(item, toEuros),
    reste_a_payer: toEuros(item.reste),
    mouvements: item.mouvements.map((movement) => inUnit(movement, toEuros)),
  });
