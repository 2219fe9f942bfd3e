import { Moved } from '../../aws/dynamodb/retry.ts';
import { deleteAt, putAt, type Versioned } from '../../aws/dynamodb/versioned.ts';
import { type Step, write, writeOne } from '../../aws/dynamodb/write.ts';
import { TABLE } from './items.ts';

/** The records of loans and of holds, one item each, written at the version that was read. */

/** What is written in the same transaction. */
export type Also = readonly Step[];

export interface More<Item> {
  also?: Also;
  /** Whether a record that has moved shows that this very write was done. */
  isDone?: (present: Item) => boolean;
}

/**
 * Writes a record's next state, or its first: by PutItem, or by TransactWriteItems when there is more to write.
 * @returns the item as it was written
 * @throws Moved when the record is no longer the one read
 */
export async function writeRecord<Item extends Versioned>(
  seen: Item | undefined,
  next: Omit<Item, 'version'>,
  { also = [], isDone }: More<Item> = {},
): Promise<Item> {
  const step = putAt<Item>(TABLE, seen, next);
  let written = step.write.Put?.Item as Item;
  const refused = (present: object | undefined) => {
    if (!present || !isDone?.(present as Item)) return new Moved();
    written = present as Item;
    return undefined;
  };
  await write([...also, { ...step, refused }]);
  return written;
}

/** Deletes a record by DeleteItem, unless it is gone already. @throws Moved */
export const removeRecord = (seen: Versioned): Promise<void> =>
  writeOne({ ...deleteAt(TABLE, seen), refused: (present) => (present ? new Moved() : undefined) });
