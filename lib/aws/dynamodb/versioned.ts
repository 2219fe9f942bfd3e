import { isDeepStrictEqual } from 'node:util';
import { getItem, type ItemKey } from './read.ts';
import { Moved, retryOnConflict } from './retry.ts';
import { type Step, write, writeOne } from './write.ts';

/**
 * Every item that several writers change carries a version, which every write raises. A write names the
 * version on which it was decided and is refused when that has moved. A write that arrives late, or a
 * second time, therefore does nothing, whenever it comes.
 */
export interface Versioned extends ItemKey {
  version: number;
}

type Unversioned<T> = Omit<T, 'version'>;

const moved = () => new Moved();

/** The step that writes an item's next state over the version that was read, or as a new item. */
export const putAt = <T extends Versioned>(table: string, seen: Versioned | undefined, next: Unversioned<T>): Step => ({
  write: {
    Put: {
      TableName: table,
      Item: { ...next, version: (seen?.version ?? 0) + 1 },
      ...(seen
        ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': seen.version } }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  },
  refused: moved,
});

/** The step that deletes the version that was read. */
export const deleteAt = (table: string, seen: Versioned): Step => ({
  write: {
    Delete: {
      TableName: table,
      Key: { pk: seen.pk, sk: seen.sk },
      ConditionExpression: 'version = :seen',
      ExpressionAttributeValues: { ':seen': seen.version },
    },
  },
  refused: moved,
});

/** What a decision on an item comes to. */
export interface Decision<T, R> {
  answer: R;
  /** The item's next state. Absent, there is nothing to write. */
  next?: Unversioned<T>;
  /** What is written in the same transaction. */
  also?: readonly Step[];
}

/**
 * Reads an item, lets a pure function decide on it, and writes its next state at the version read. When
 * another write came in between, it decides again on what that one left. A decision must therefore
 * recognise its own effect: the answer to its write may have been lost.
 * @param decide is given the item, `undefined` when there is none; throws a Failure to refuse
 * @returns the decision's answer
 * @example await change<AccountItem, void>(TABLE, KEY, (seen) => ({ answer: undefined, next: freed(seen) }));
 */
export const change = <T extends Versioned, R>(
  table: string,
  key: ItemKey,
  decide: (seen: T | undefined) => Decision<T, R>,
): Promise<R> =>
  retryOnConflict(async () => {
    const seen = await getItem<T>(table, key);
    const { answer, next, also = [] } = decide(seen);
    if (next) await write([...also, putAt<T>(table, seen, next)]);
    return answer;
  });

/**
 * Sets one entry of a map, which is an attribute of an item, in one request, at the version of the item that the caller
 * was told.
 * @param isDone recognises an entry as the one that was set; when absent, by its content, which is the same in every part
 * @returns false when the item has moved since, or is gone; true also when the entry is there already, as
 * after an answer that was lost
 */
export async function setEntryAt(
  table: string,
  key: ItemKey,
  version: number,
  { map, name, value }: { map: string; name: string; value: unknown },
  isDone = (present: unknown): boolean => isDeepStrictEqual(present, value, { skipPrototype: true }),
): Promise<boolean> {
  let isSet = true;
  await writeOne({
    write: {
      Update: {
        TableName: table,
        Key: key,
        UpdateExpression: 'SET #map.#name = :value, version = version + :one',
        ConditionExpression: 'version = :seen',
        ExpressionAttributeNames: { '#map': map, '#name': name },
        ExpressionAttributeValues: { ':value': value, ':one': 1, ':seen': version },
      },
    },
    refused: (present) => {
      isSet = isDone((present?.[map] as Record<string, unknown> | undefined)?.[name]);
      return undefined;
    },
  });
  return isSet;
}
