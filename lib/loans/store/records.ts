import { getItem, getItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { Moved } from '../../aws/dynamodb/retry.ts';
import { change, deleteAt, putAt, type Versioned } from '../../aws/dynamodb/versioned.ts';
import { type Step, write, writeOne } from '../../aws/dynamodb/write.ts';
import { TABLE } from './items.ts';

/** The records of loans and of holds, one item each, written at the version that was read. */

/** What is written in the same transaction. */
export type Also = readonly Step[];

interface More<Item> {
  also?: Also;
  /** Whether a record that has moved shows that this very write was done. */
  isDone?: (present: Item) => boolean;
}

/** The store of one kind of record. @param itemOf gives a record's item, which the indexes show as the record now is */
export const records = <R extends { id: string }, Item extends R & Versioned>(
  keyOf: (id: string) => ItemKey,
  itemOf: (record: R) => Omit<Item, 'version'>,
) => ({
  /** Reads a record by GetItem. */
  read: (id: string) => getItem<Item>(TABLE, keyOf(id)),

  /** Reads up to a hundred records by BatchGetItem, in the order of the ids. */
  readMany: (ids: readonly string[]) => getItems<Item>(TABLE, ids.map(keyOf)),

  /**
   * Writes a record's next state, or its first: by PutItem, or by TransactWriteItems when there is more to write.
   * @returns the item as it was written
   * @throws Moved when the record is no longer the one read
   */
  write: async <T extends R>(
    seen: Item | undefined,
    record: T,
    { also = [], isDone }: More<Item> = {},
  ): Promise<Item & T> => {
    const step = putAt<Item>(TABLE, seen, itemOf(record));
    let written = step.write.Put?.Item as Item & T;
    const refused = (present: object | undefined) => {
      if (!present || !isDone?.(present as Item)) return new Moved();
      written = present as Item & T;
      return undefined;
    };
    await write([...also, { ...step, refused }]);
    return written;
  },

  /** The step that writes a record's next state. */
  put: (seen: Item, record: R): Step => putAt<Item>(TABLE, seen, itemOf(record)),

  /**
   * Reads a record, decides on it and writes its next state, again when another write came in between.
   * @param decide must recognise its own effect: the answer to its write may have been lost
   */
  change: <A>(id: string, decide: (seen: Item | undefined) => { answer: A; next?: R }): Promise<A> =>
    change<Item, A>(TABLE, keyOf(id), (seen) => {
      const { answer, next } = decide(seen);
      return { answer, ...(next && { next: itemOf(next) }) };
    }),
});

/** Deletes a record by DeleteItem, unless it is gone already. @throws Moved */
export const removeRecord = (seen: Versioned): Promise<void> =>
  writeOne({ ...deleteAt(TABLE, seen), refused: (present) => (present ? new Moved() : undefined) });
