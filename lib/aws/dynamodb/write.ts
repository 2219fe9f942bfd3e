import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { db } from './client.ts';
import type { ItemKey } from './read.ts';

/** DynamoDB writes at most this many items in one transaction. */
export const TRANSACTION_ITEMS = 100;

type Item = Record<string, unknown>;
type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One conditional write, and what it means that its condition is refused. */
export interface Step {
  write: Write;
  /** @returns the error; none when the item as it stands shows that this very write was done before */
  refused: (present: Item | undefined) => Error | undefined;
}

/** The step that puts an item where there is none. */
export const putNew = (table: string, item: object, refused: Step['refused']): Step => ({
  write: { Put: { TableName: table, Item: { ...item }, ConditionExpression: 'attribute_not_exists(pk)' } },
  refused,
});

/** Nothing refuses a step without a condition: another step of its transaction tells that nothing has moved. */
const never = () => new Error('a write without a condition was refused');

export const putAnyway = (table: string, item: object): Step => ({
  write: { Put: { TableName: table, Item: { ...item } } },
  refused: never,
});

export const removeAnyway = (table: string, { pk, sk }: ItemKey): Step => ({
  write: { Delete: { TableName: table, Key: { pk, sk } } },
  refused: never,
});

/**
 * Writes all steps or none; nothing to write is nothing to send. A lost answer is harmless: the SDK sends the
 * same transaction again under the same token, and DynamoDB applies it once.
 * @throws what the first refused step, in the given order, makes of the refusal
 */
export async function transact(steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  try {
    await db.send(
      new TransactWriteCommand({ ClientRequestToken: randomUUID(), TransactItems: steps.map(({ write }) => write) }),
    );
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    const index = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
    const step = steps[index];
    if (!step) throw error;
    tell(step, reasons[index]?.Item);
  }
}

function tell({ refused }: Step, present: ConditionalCheckFailedException['Item']): void {
  const error = refused(present && unmarshall(present));
  if (error) throw error;
}

const ON_REFUSAL = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

const commandOf = ({ Put, Delete, Update }: Write) => {
  if (Put) return new PutCommand({ ...Put, ...ON_REFUSAL });
  if (Delete) return new DeleteCommand({ ...Delete, ...ON_REFUSAL });
  return new UpdateCommand({ ...(Update as UpdateCommandInput), ...ON_REFUSAL });
};

/**
 * Writes one step alone, for half the price of a transaction. The SDK may send it twice, so the step's
 * own effect may refuse it: a caller that is refused reads again and recognises its own write.
 * @throws what the step makes of a refusal
 */
export async function writeOne(step: Step): Promise<void> {
  try {
    await db.send(commandOf(step.write) as PutCommand);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    tell(step, error.Item);
  }
}

/** Writes one step alone, several in a transaction. */
export const write = (steps: readonly Step[]): Promise<void> =>
  steps.length === 1 ? writeOne(steps[0] as Step) : transact(steps);
