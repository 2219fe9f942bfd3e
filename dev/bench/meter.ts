import {
  type ConsumedCapacity,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Outgoing, tap, weighed } from '../../tests/support/wire.ts';

/** What a piece of work asks of DynamoDB: its requests, and the units of capacity that AWS bills for them. */
export interface Cost {
  requests: number;
  read: number;
  write: number;
}

interface Output {
  ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
  Responses?: Record<string, object[]>;
}

const READS = ['GetItem', 'Query', 'BatchGetItem'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];
const STEPS = { Put: PutItemCommand, Update: UpdateItemCommand, Delete: DeleteItemCommand };

const unitsOf = ({ ConsumedCapacity: consumed = [] }: Output): number =>
  [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);

const least = ({ ConsistentRead }: { ConsistentRead?: boolean }) => (ConsistentRead ? 1 : 0.5);

/** For each item of a batch that is not there, DynamoDB Local counts nothing and AWS bills the smallest read. A batch here has one table. */
function missingIn({ RequestItems = {} }: Outgoing['input'], { Responses = {} }: Output): number {
  const [asked] = Object.values<{ Keys: object[]; ConsistentRead?: boolean }>(RequestItems);
  return asked ? (asked.Keys.length - Object.values(Responses).flat().length) * least(asked) : 0;
}

/**
 * Carries out the steps of a transaction one by one: DynamoDB Local rounds up the sum of their sizes, and AWS each
 * size. AWS bills an item twice in a transaction, and its index entries once: github.com/nubo-db/dynoxide, pull
 * request 188, measured it. Nothing else is at work meanwhile, so that no step can be refused once the first is done.
 */
async function transact(steps: Record<string, object>[], cost: Cost) {
  const beside = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string });
  for (const [kind, step] of steps.flatMap(Object.entries)) {
    const Command = STEPS[kind as keyof typeof STEPS] as typeof PutItemCommand;
    const input = { ...step, ReturnConsumedCapacity: 'INDEXES' } as never;
    const { ConsumedCapacity: consumed } = await beside.send(new Command(input));
    cost.write += (consumed?.CapacityUnits ?? 0) + (consumed?.Table?.CapacityUnits ?? 0);
  }
  return { $metadata: {} };
}

async function count({ kind, input }: Outgoing, send: () => Promise<unknown>, cost: Cost) {
  if (input.TransactItems) {
    cost.requests += 1;
    return transact(input.TransactItems, cost);
  }
  const output = (await send()) as Output;
  const units = unitsOf(output);
  if (WRITES.includes(kind)) cost.write += units;
  else if (READS.includes(kind)) cost.read += Math.max(units + missingIn(input, output), least(input));
  // A command to another service, or a mail.
  else return output;
  cost.requests += 1;
  return output;
}

/** Does the work and says what it cost. Nothing else may be at work meanwhile. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const cost: Cost = { requests: 0, read: 0, write: 0 };
  const stop = tap((request, send) => count(request, send, cost));
  await weighed(work).finally(stop);
  return cost;
}
