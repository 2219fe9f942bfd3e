import { change, updateAt } from '../../aws/dynamodb/versioned.ts';
import { toCents } from '../../values/money.ts';
import type { Penalty } from '../schema.ts';
import { type AccountItem, accountKey, TABLE } from './items.ts';
import { putNewPenalty } from './penalties.ts';

/** UpdateItem at the version decided on. @returns false when the account has moved since, or is gone */
export const holdSlot = (userId: string, loanId: string, due: string, version: number): Promise<boolean> =>
  updateAt<AccountItem>(
    TABLE,
    accountKey(userId),
    version,
    { set: 'emprunts.#loan = :due', names: { '#loan': loanId }, values: { ':due': due } },
    ({ emprunts }) => emprunts[loanId] === due,
  );

/**
 * GetItem, then PutItem of the account, or TransactWrite with the penalty. The account is written also
 * when the loan holds no slot: its new version turns away a `holdSlot` that is still on its way.
 */
export const freeSlot = (userId: string, loanId: string, penalty: Penalty | null): Promise<void> =>
  change<AccountItem, void>(TABLE, accountKey(userId), (account) => {
    if (!account) return { answer: undefined };
    const { [loanId]: due, ...emprunts } = account.emprunts;
    if (due === undefined || !penalty) return { answer: undefined, next: { ...account, emprunts } };
    const impaye = account.impaye + toCents(penalty.reste_a_payer);
    return { answer: undefined, next: { ...account, emprunts, impaye }, also: [putNewPenalty(penalty)] };
  });
