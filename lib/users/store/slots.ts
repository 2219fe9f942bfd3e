import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { db, refusingItem, transact } from '../../dynamodb.ts';
import { toCents } from '../../money.ts';
import type { Account } from '../rules.ts';
import type { Penalty } from '../schema.ts';
import { type AccountItem, accountKey, TABLE } from './items.ts';
import { putPenalty } from './penalties.ts';

/** What a conditional write came to; when refused, with the account that refused, if there is one. */
export type Outcome = { done: true } | { done: false; account: AccountItem | undefined };

/** One UpdateItem: takes a slot when nothing can stand against it, and no race slips past. */
export const takeSlot = (userId: string, loanId: string, due: string, maxLoans: number, today: string) =>
  update(userId, {
    UpdateExpression: 'SET emprunts.#loan = :due, premiere_echeance = if_not_exists(premiere_echeance, :due)',
    ConditionExpression:
      'impaye = :zero AND size(emprunts) < :max AND attribute_not_exists(emprunts.#loan) AND ' +
      '(attribute_not_exists(premiere_echeance) OR (premiere_echeance >= :today AND premiere_echeance <= :due))',
    ExpressionAttributeNames: { '#loan': loanId },
    ExpressionAttributeValues: { ':due': due, ':zero': 0, ':max': maxLoans, ':today': today },
  });

/** One UpdateItem: moves the due date of a loan that holds its slot, when nothing is owed. */
export const extendSlot = (userId: string, loanId: string, due: string) =>
  update(userId, {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'impaye = :zero AND attribute_exists(emprunts.#loan) AND premiere_echeance <= :due',
    ExpressionAttributeNames: { '#loan': loanId },
    ExpressionAttributeValues: { ':due': due, ':zero': 0 },
  });

/** One UpdateItem: moves the due date of a loan that holds its slot, whatever is owed. */
export const restoreSlot = (userId: string, loanId: string, due: string) =>
  update(userId, {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'attribute_exists(emprunts.#loan) AND premiere_echeance <= :due',
    ExpressionAttributeNames: { '#loan': loanId },
    ExpressionAttributeValues: { ':due': due },
  });

/** One UpdateItem: the loans and the bound on their due dates anew, if neither loans nor debt moved since read. */
export const replaceSlots = (seen: Account, loans: Record<string, string>) =>
  update(seen.id, {
    UpdateExpression: 'SET emprunts = :loans, premiere_echeance = :earliest',
    ConditionExpression: 'emprunts = :seen AND impaye = :owed',
    ExpressionAttributeValues: {
      ':loans': loans,
      ':earliest': Object.values(loans).sort()[0],
      ':seen': seen.emprunts,
      ':owed': seen.impaye,
    },
  });

/** One UpdateItem: frees the loan's slot; refused when it holds none. */
export const freeSlot = (userId: string, loanId: string) =>
  update(userId, {
    UpdateExpression: 'REMOVE emprunts.#loan',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
    ExpressionAttributeNames: { '#loan': loanId },
  });

async function update(userId: string, input: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<Outcome> {
  try {
    await db.send(
      new UpdateCommand({
        TableName: TABLE,
        Key: accountKey(userId),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        ...input,
      }),
    );
    return { done: true };
  } catch (error) {
    return { done: false, account: refusingItem(error) as AccountItem | undefined };
  }
}

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
            UpdateExpression: 'SET impaye = impaye + :cents, nb_penalites = nb_penalites + :one REMOVE emprunts.#loan',
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
