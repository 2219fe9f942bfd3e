import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Key } from './items.ts';

/** Of the items of an index, which are most of a table, the keys alone are looked at. */
const INDEXED = /^(CATALOGUE$|MOT#|ANNUAIRE#)/;

/** Reads every item of a table, page by page. @param slim leaves out what is not looked at, for tables that are large */
export async function allItemsOf<Item extends Key>(
  client: DynamoDBDocumentClient,
  TableName: string,
  slim = false,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (const item of Items as Item[]) {
      const { pk, sk } = item;
      items.push(slim && INDEXED.test(pk) ? ({ pk, sk } as Item) : item);
    }
  }
  return items;
}
