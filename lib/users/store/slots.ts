import { change, setEntryAt } from '../../aws/dynamodb/versioned.ts';
import type { Slot } from '../../policy/borrowing.ts';
import { toCents } from '../../values/money.ts';
import type { Penalty } from '../schema.ts';
import { type AccountItem, accountKey, TABLE } from './items.ts';
import { putNewPenalty } from './penalties.ts';

/**
 * Sets the slot of a loan by UpdateItem at the version that was decided on.
 * @returns false when the account has moved since, or is gone
 */
export const takeSlot = (userId: string, loanId: string, slot: Slot, version: number): Promise<boolean> =>
  setEntryAt(TABLE, accountKey(userId), version, { map: 'emprunts', name: loanId, value: slot });

/**
 * Frees the slot, and writes the penalties in the same transaction. The account is written also when the loan
 * holds no slot: the new version refuses a `takeSlot` that is still on its way.
 */
export const freeSlot = (userId: string, loanId: string, penalties: readonly Penalty[]): Promise<void> =>
  change<AccountItem, void>(TABLE, accountKey(userId), (account) => {
    if (!account) return { answer: undefined };
    const { [loanId]: slot, ...emprunts } = account.emprunts;
    if (slot === undefined) return { answer: undefined, next: { ...account, emprunts } };
    const impaye = penalties.reduce((sum, { reste_a_payer }) => sum + toCents(reste_a_payer), account.impaye);
    return { answer: undefined, next: { ...account, emprunts, impaye }, also: penalties.map(putNewPenalty) };
  });

/**
 * Sets the slot of a hold by UpdateItem at the version that was decided on.
 * @returns false when the account has moved since, or is gone
 */
export const takePlace = (
  userId: string,
  holdId: string,
  place: { livre_id: string },
  version: number,
): Promise<boolean> =>
  setEntryAt(TABLE, accountKey(userId), version, { map: 'reservations', name: holdId, value: place });

/** Frees the slot of a hold. The account is written also when there is none, as by `freeSlot`. */
export const freePlace = (userId: string, holdId: string): Promise<void> =>
  change<AccountItem, void>(TABLE, accountKey(userId), (account) => {
    if (!account) return { answer: undefined };
    const { [holdId]: _, ...reservations } = account.reservations;
    return { answer: undefined, next: { ...account, reservations } };
  });
