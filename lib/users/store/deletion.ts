import { forgetAnswers } from '../../aws/dynamodb/forget-answers.ts';
import { allItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { putAnyway, removeAnyway, type Step, TRANSACTION_ITEMS, transact, writeOne } from '../../aws/dynamodb/write.ts';
import { accountKey, DELETIONS, deletionKey, INDEX, PENALTY, TABLE } from './items.ts';

/**
 * The mark of a deletion: it stands for as long as something may lead to the person. It says nothing of them but the
 * id.
 */
export interface Mark {
  id: string;
  /** The instant of the deletion. */
  depuis: string;
}

/** The step that puts the mark. Its key in the index tells when the account was deleted. */
export const putMark = (id: string): Step => {
  const depuis = new Date().toISOString();
  return putAnyway(TABLE, { ...deletionKey(id), id, depuis, suivi: DELETIONS, suivi_tri: `${depuis}#${id}` });
};

/** Deletes the mark by DeleteItem. */
export const deleteMark = (id: string): Promise<void> => writeOne(removeAnyway(TABLE, deletionKey(id)));

/** Queries the index for the marks, the latest first: what is not done yet comes before marks that only wait. */
export async function* marks(): AsyncGenerator<Mark> {
  for await (const { id, suivi_tri } of allItems<{ id: string; suivi_tri: string }>({
    TableName: TABLE,
    IndexName: INDEX,
    KeyConditionExpression: 'suivi = :deletions',
    ExpressionAttributeValues: { ':deletions': DELETIONS },
    ScanIndexForward: false,
  }))
    yield { id, depuis: suivi_tri.slice(0, suivi_tri.indexOf('#')) };
}

/** Deletes the penalties and the first answers that a deleted account has left. */
export async function removeTraces(id: string): Promise<void> {
  const penalties: ItemKey[] = [];
  for await (const { pk, sk } of allItems<ItemKey>({
    TableName: TABLE,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :penalty)',
    ExpressionAttributeValues: { ':pk': accountKey(id).pk, ':penalty': PENALTY },
    ConsistentRead: true,
  }))
    penalties.push({ pk, sk });
  for (let start = 0; start < penalties.length; start += TRANSACTION_ITEMS)
    await transact(penalties.slice(start, start + TRANSACTION_ITEMS).map((key) => removeAnyway(TABLE, key)));
  await forgetAnswers(TABLE, id);
}
