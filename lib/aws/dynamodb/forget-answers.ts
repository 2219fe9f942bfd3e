import { type Entry, entryKey, type Pointer, pointersOf } from './answers.ts';
import { allItems, getItem } from './read.ts';
import { removeAnyway, writeOne } from './write.ts';

/**
 * Takes a person whose account is gone out of the first answers: one about them is deleted, and one that only names
 * them has `null` in that place, so that its key still makes nothing twice. The strong Query finds them all, as none is
 * recorded once the account is gone: an answer goes with a write that is refused without the account (a penalty), that
 * makes it or counts it, or that names a version of the loan's record which is older than the freeing of its slot (a
 * loan, a renewal, a return); and no account is deleted while it holds a slot.
 */
export async function forgetAnswers(table: string, personId: string): Promise<void> {
  for await (const pointer of allItems<Pointer>({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pointersOf(personId) },
    ConsistentRead: true,
  })) {
    await forgetAnswer(table, personId, pointer);
    await writeOne(removeAnyway(table, pointer));
  }
}

/** A key that came again after a day has another answer by now, which may be about another person. */
async function forgetAnswer(table: string, personId: string, found: Pointer): Promise<void> {
  const Key = entryKey(found.sk);
  const same = {
    ConditionExpression: 'expire_a = :then',
    // A pointer of before that attribute expires with its answer.
    ExpressionAttributeValues: { ':then': found.reponse_expire_a ?? found.expire_a },
  };
  const refused = () => undefined;
  if (!found.est_citee) return writeOne({ write: { Delete: { TableName: table, Key, ...same } }, refused });
  const entry = await getItem<Entry>(table, Key);
  if (entry?.reponse === undefined) return;
  const Item = { ...entry, reponse: entry.reponse.replaceAll(JSON.stringify(personId), 'null') };
  await writeOne({ write: { Put: { TableName: table, Item, ...same } }, refused });
}
