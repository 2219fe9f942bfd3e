import { buffer } from 'node:stream/consumers';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { tap } from '../../../tests/support/wire.ts';
import { type Input, type Output, readBy, sizeWithout, type Write, writesOf, writtenBy } from './requests.ts';

/** What a piece of work asks of AWS. */
export interface Cost {
  /** Requests to DynamoDB, each attempt being one. */
  requests: number;
  read: number;
  write: number;
  /** Bodies of these requests and of their answers. */
  bytes: number;
  /** Private commands invoked. */
  commands: number;
  mails: number;
}

/** The SDK's own request and answer, below its retries, where each attempt passes. */
interface Wire {
  request: { headers: Record<string, string>; body: Uint8Array };
}
interface Answered {
  response: { body: AsyncIterable<Uint8Array> | Uint8Array };
}

/**
 * Looks at what a client sends to DynamoDB while something is measured, and lets everything else pass.
 * Items that are written are read before and after, past the client, for DynamoDB bills by both: nothing
 * else may write the same items meanwhile.
 */
export function meterOf(client: DynamoDBClient) {
  const beside = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string });
  let cost: Cost | undefined;
  let fault: unknown;

  const imageOf = async ({ table, key }: Write) =>
    (await beside.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;
  const imagesOf = (writes: Write[]) => Promise.all(writes.map(imageOf));

  async function look(to: Cost, { request: { headers, body: asked } }: Wire, send: () => Promise<Answered>) {
    const request = headers['x-amz-target']?.split('.')[1] ?? '';
    const input: Input = JSON.parse(new TextDecoder().decode(asked));
    const writes = writesOf(request, input);
    const before = await imagesOf(writes);
    const answered = await send();
    const body = await buffer(answered.response.body as AsyncIterable<Uint8Array>);
    answered.response.body = body;
    const output: Output = JSON.parse(body.toString());
    to.requests += 1;
    to.bytes += sizeWithout('ReturnConsumedCapacity', input) + sizeWithout('ConsumedCapacity', output);
    if (writes.length === 0) to.read += readBy(input, output);
    else to.write += writtenBy(request, input, output, before, await imagesOf(writes));
    return answered;
  }

  client.middlewareStack.add(
    (next) => (args) => next(cost ? { ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } } : args),
    { step: 'initialize', name: 'askForCapacity' },
  );
  client.middlewareStack.add(
    (next) => async (args) => {
      if (!cost) return next(args);
      const answered = await look(cost, args as Wire, () => next(args) as Promise<Answered>).catch((error) => {
        // The code measured makes a 503 of it.
        fault = error;
        throw error;
      });
      return answered as Awaited<ReturnType<typeof next>>;
    },
    { step: 'deserialize', priority: 'low', name: 'meter' },
  );
  tap(({ kind }, send) => {
    if (cost) cost[kind === 'SendEmail' ? 'mails' : 'commands'] += 1;
    return send();
  });

  /** Does the work, one at a time, and says what it asked for. */
  return async <T>(work: () => Promise<T>): Promise<{ result: T; cost: Cost }> => {
    const counted: Cost = { requests: 0, read: 0, write: 0, bytes: 0, commands: 0, mails: 0 };
    cost = counted;
    fault = undefined;
    try {
      const result = await work();
      if (fault !== undefined) throw fault;
      return { result, cost: counted };
    } finally {
      cost = undefined;
    }
  };
}
