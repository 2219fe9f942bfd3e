import { type Change, transact } from '../../aws/dynamodb/client.ts';
import { changeHolding, isDue, isFree, isHeld } from '../../aws/dynamodb/holding.ts';
import { toCents } from '../../values/money.ts';
import type { Account } from '../rules.ts';
import type { Penalty } from '../schema.ts';
import { type AccountItem, accountKey, TABLE } from './items.ts';
import { putPenalty } from './penalties.ts';

/** One UpdateItem: takes a slot when nothing can stand against it, and no race slips past. */
export const takeSlot = (userId: string, loanId: string, due: string, maxLoans: number, today: string) =>
  update(userId, loanId, isHeld, {
    UpdateExpression: 'SET emprunts.#loan = :due, premiere_echeance = if_not_exists(premiere_echeance, :due)',
    ConditionExpression:
      'impaye = :zero AND size(emprunts) < :max AND attribute_not_exists(emprunts.#loan) AND ' +
      '(size(emprunts) = :zero OR (premiere_echeance >= :today AND premiere_echeance <= :due))',
    ExpressionAttributeValues: { ':due': due, ':zero': 0, ':max': maxLoans, ':today': today },
  });

/** One UpdateItem: takes a slot and finds the bound on the due dates anew, if neither loans nor debt moved since read. */
export const takeSlotOf = (seen: Account, loanId: string, due: string) =>
  update(seen.id, loanId, isHeld, {
    UpdateExpression: 'SET emprunts.#loan = :due, premiere_echeance = :earliest',
    ConditionExpression: 'emprunts = :seen AND impaye = :owed',
    ExpressionAttributeValues: {
      ':due': due,
      ':earliest': [due, ...Object.values(seen.emprunts)].sort()[0],
      ':seen': seen.emprunts,
      ':owed': seen.impaye,
    },
  });

/** One UpdateItem: moves the due date of a loan that holds its slot on, when nothing is owed. */
export const extendSlot = (userId: string, loanId: string, due: string) =>
  update(userId, loanId, isDue(due), {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'impaye = :zero AND attribute_exists(emprunts.#loan)',
    ExpressionAttributeValues: { ':due': due, ':zero': 0 },
  });

/** One UpdateItem: moves the due date of a loan that holds its slot back, whatever is owed. */
export const restoreSlot = (userId: string, loanId: string, due: string) =>
  update(userId, loanId, isDue(due), {
    UpdateExpression: 'SET emprunts.#loan = :due REMOVE premiere_echeance',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
    ExpressionAttributeValues: { ':due': due },
  });

/** One UpdateItem: frees the loan's slot; refused when it holds none. */
export const freeSlot = (userId: string, loanId: string) =>
  update(userId, loanId, isFree, {
    UpdateExpression: 'REMOVE emprunts.#loan, premiere_echeance',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
  });

const update = (userId: string, loanId: string, isDone: typeof isHeld, change: Change) =>
  changeHolding<AccountItem>(TABLE, accountKey(userId), loanId, isDone, change);

class NoSlot extends Error {}

/**
 * TransactWrite of slot, total and penalty: all at once, so that a late return is charged once.
 * @returns false when the loan held no slot, that is, when it was closed before
 */
export async function freeSlotAndCharge(loanId: string, penalty: Penalty): Promise<boolean> {
  try {
    await transact([
      {
        write: {
          Update: {
            TableName: TABLE,
            Key: accountKey(penalty.utilisateur_id),
            UpdateExpression:
              'SET impaye = impaye + :cents, nb_penalites = nb_penalites + :one ' +
              'REMOVE emprunts.#loan, premiere_echeance',
            ConditionExpression: 'attribute_exists(emprunts.#loan)',
            ExpressionAttributeNames: { '#loan': loanId },
            ExpressionAttributeValues: { ':cents': toCents(penalty.reste_a_payer), ':one': 1 },
          },
        },
        refused: () => new NoSlot(),
      },
      putPenalty(penalty),
    ]);
    return true;
  } catch (error) {
    if (error instanceof NoSlot) return false;
    throw error;
  }
}
