/** What IAM asks of the sender of a request to DynamoDB: one action on one table or index for each thing that it touches. */
export interface Needed {
  /** `dynamodb:PutItem`. */
  action: string;
  table: string;
  index?: string;
}

/**
 * @param kind `GetItem`, `TransactWriteItems`
 * @param input the request itself
 */
export function neededFor(kind: string, input: Record<string, never>): Needed[] {
  const { TableName, IndexName, RequestItems, TransactItems } = input as {
    TableName?: string;
    IndexName?: string;
    RequestItems?: object;
    TransactItems?: Record<string, { TableName: string }>[];
  };
  // `Put`, `Update`, `Delete`, `Get`, `ConditionCheck`: each is a right of its own.
  if (TransactItems)
    return TransactItems.flatMap(Object.entries).map(([step, { TableName: table }]) => ({
      action: `dynamodb:${step}Item`,
      table,
    }));
  const action = `dynamodb:${kind}`;
  if (RequestItems) return Object.keys(RequestItems).map((table) => ({ action, table }));
  if (TableName === undefined) return [];
  return [{ action, table: TableName, ...(IndexName && { index: IndexName }) }];
}
