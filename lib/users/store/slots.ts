import { change, setEntryAt } from '../../aws/dynamodb/versioned.ts';
import type { Slot } from '../../policy/borrowing.ts';
import { toCents } from '../../values/money.ts';
import type { Penalty } from '../schema.ts';
import { type AccountItem, accountKey, TABLE } from './items.ts';
import { putNewPenalty } from './penalties.ts';

/** Sets the slot by UpdateItem at the version that was decided on. @returns false when the account has moved since, or is gone */
export const holdSlot = (userId: string, loanId: string, slot: Slot, version: number): Promise<boolean> =>
  setEntryAt(TABLE, accountKey(userId), version, { map: 'emprunts', name: loanId, value: slot });

/**
 * Frees the slot, and writes the penalty in the same transaction. The account is written also when the loan
 * holds no slot: the new version refuses a `holdSlot` that is still on its way.
 */
export const freeSlot = (userId: string, loanId: string, penalty: Penalty | null): Promise<void> =>
  change<AccountItem, void>(TABLE, accountKey(userId), (account) => {
    if (!account) return { answer: undefined };
    const { [loanId]: slot, ...emprunts } = account.emprunts;
    if (slot === undefined || !penalty) return { answer: undefined, next: { ...account, emprunts } };
    const impaye = account.impaye + toCents(penalty.reste_a_payer);
    return { answer: undefined, next: { ...account, emprunts, impaye }, also: [putNewPenalty(penalty)] };
  });
