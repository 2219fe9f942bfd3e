import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

/** What a piece of work asks of DynamoDB: its requests, and the units of capacity that AWS bills for them. */
export interface Cost {
  requests: number;
  read: number;
  write: number;
}

/** The parts of requests and answers that are looked at. */
interface Input {
  ConsistentRead?: boolean;
  RequestItems?: Record<string, Input & { Keys: object[] }>;
  TransactItems?: Record<string, Input>[];
}
interface Output {
  ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
  Responses?: Record<string, object[]>;
}

/** Sends one request to DynamoDB Local, in its own words. */
export const ask = (endpoint: string, operation: string, body: object) =>
  fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      // DynamoDB Local wants the form of a signature, and checks none.
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-3/dynamodb/aws4_request, Signature=none',
    },
    body: JSON.stringify(body),
  });

/** @param factor how many times the item itself is billed; its entries in indexes are billed once */
const countedIn = ({ ConsumedCapacity: consumed = [] }: Output, factor = 1): number =>
  [consumed]
    .flat()
    .reduce((sum, { CapacityUnits = 0, Table }) => sum + CapacityUnits + (factor - 1) * (Table?.CapacityUnits ?? 0), 0);

/** AWS bills an item twice in a transaction, and its index entries once: github.com/nubo-db/dynoxide, pull request 188, measured it. */
const IN_TRANSACTION = 2;

const least = ({ ConsistentRead }: Input) => (ConsistentRead ? 1 : 0.5);

/** For each item of a batch that is not there, DynamoDB Local counts nothing and AWS bills the smallest read. A batch here has one table. */
function missingIn({ RequestItems = {} }: Input, { Responses = {} }: Output): number {
  const [asked] = Object.values(RequestItems);
  return asked ? (asked.Keys.length - Object.values(Responses).flat().length) * least(asked) : 0;
}

const READS = ['GetItem', 'Query', 'BatchGetItem'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];

let cost: Cost = { requests: 0, read: 0, write: 0 };

async function answer(endpoint: string, operation: string, input: Input, factor = 1) {
  const response = await ask(endpoint, operation, { ...input, ReturnConsumedCapacity: 'INDEXES' });
  const body = await response.text();
  const output: Output = JSON.parse(body);
  const units = countedIn(output, factor);
  if (WRITES.includes(operation)) cost.write += units;
  else if (READS.includes(operation)) cost.read += Math.max(units + missingIn(input, output), least(input));
  else throw new Error(`a request whose price is not known: ${operation}`);
  return { status: response.status, body };
}

/**
 * Carries out the steps of a transaction one by one: DynamoDB Local rounds up the sum of their sizes, and AWS each
 * size. Nothing else is at work meanwhile, so that no step can be refused once the first is done.
 */
async function transact(endpoint: string, steps: Record<string, Input>[]) {
  for (const [kind, step] of steps.flatMap((one) => Object.entries(one))) {
    const { status, body } = await answer(endpoint, `${kind}Item`, step, IN_TRANSACTION);
    if (status !== 200) throw new Error(`a step of a transaction was refused: ${body}`);
  }
  return { status: 200, body: '{}' };
}

/** Passes every request on to a DynamoDB Local and counts what it costs. @returns the address to send requests to */
export async function tap(endpoint: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const input: Input = JSON.parse(await text(request));
    cost.requests += 1;
    const { TransactItems: steps } = input;
    const { status, body } = await (steps ? transact(endpoint, steps) : answer(endpoint, operation, input));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Nothing of it keeps a process alive that has finished.
  server.on('connection', (socket) => socket.unref()).unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Does the work and says what it cost. Nothing else may be at work meanwhile. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  cost = { requests: 0, read: 0, write: 0 };
  await work();
  return { ...cost };
}
