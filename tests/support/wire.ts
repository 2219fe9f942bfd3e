import { AsyncLocalStorage } from 'node:async_hooks';
import {
  BatchWriteItemCommand,
  type ConsumedCapacity,
  DeleteItemCommand,
  DynamoDBClient,
  DynamoDBServiceException,
  PutItemCommand,
  type ServiceOutputTypes,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';

/**
 * Everything that leaves the process passes here: each attempt of a request to DynamoDB, each command to
 * another service, each mail. Tests look at it here, and change what becomes of it with faults.ts.
 */

export interface Outgoing {
  /** `GetItem`, `TransactWriteItems`, `Invoke users-open-loan`, `SendEmail`. */
  kind: string;
  /** The input of DynamoDB with its typed values, the command, or the mail. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it expects
  input: any;
  /** The names of the tables that the request is about; none for a command or a mail. */
  tables: string[];
  /** The function that sends the request, when it runs under its name. */
  sender: string | undefined;
  /**
   * Sends the same request once more, past every handler.
   * @param token replaces the ClientRequestToken of a transaction, which DynamoDB forgets after ten minutes
   * @returns whether it was carried out
   */
  again: (token?: string) => Promise<boolean>;
}

/** Answers a request: by sending it, with an answer of its own, or with an error. */
export type Handler = (request: Outgoing, send: () => Promise<unknown>) => Promise<unknown>;

const handlers: Handler[] = [];

/** Has every request pass the handler, before it comes to the earlier ones. @returns takes the handler away */
export function tap(handler: Handler): () => void {
  handlers.push(handler);
  return () => void handlers.splice(handlers.indexOf(handler), 1);
}

async function pass(request: Outgoing, send: () => Promise<unknown>): Promise<unknown> {
  const answer = await handlers.reduce<typeof send>((next, handler) => () => handler(request, next), send)();
  if (isWriting(request.kind)) running.getStore()?.wrote.push(request.kind);
  return answer;
}

/** Whether such a request changes anything: the commands that only ask are few. */
const isWriting = (kind: string): boolean =>
  /^(Put|Update|Delete|TransactWrite|Invoke (?!\w+-(standing|holds|penalties|owner)$))/.test(kind);

const running = new AsyncLocalStorage<{ name: string; wrote: string[] }>();

/**
 * Runs a handler as the function of that name.
 * @param wrote gets the kind of each request with which it changes something, once that is carried out
 */
export const asFunction = <T>(name: string, work: () => Promise<T>, wrote: string[] = []): Promise<T> =>
  running.run({ name, wrote }, work);

let weighing = 0;

/** Has DynamoDB tell the units of each request of the work: a client needs a fifth more time for a request then. */
export async function weighed<T>(work: () => Promise<T>): Promise<T> {
  weighing += 1;
  return work().finally(() => {
    weighing -= 1;
  });
}

/** Has everything pass here that the client sends. */
export function tapInto(client: DynamoDBClient): void {
  const beside = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string });
  client.middlewareStack.add(
    (next) => (args) =>
      next(weighing > 0 ? { ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } } : args),
    { step: 'initialize', name: 'askForCapacity' },
  );
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const kind = commandName.replace(/Command$/, '');
        const input: Outgoing['input'] = args.input;
        const request: Outgoing = {
          kind,
          input,
          tables: tablesOf(input),
          sender: running.getStore()?.name,
          again: (token) => write(beside, kind, token ? { ...input, ClientRequestToken: token } : input),
        };
        let response: unknown;
        const output = await pass(request, async () => {
          const answered = await next(args);
          response = answered.response;
          return answered.output;
        });
        return { response, output: output as ServiceOutputTypes };
      },
    // Below the SDK's own retries, so that each attempt passes here.
    { step: 'finalizeRequest', priority: 'low', name: 'wire' },
  );
}

/** Has each Query of that client read so many items at most, as one of very large items does. @returns takes that back */
export function readFewAtATime(client: DynamoDBClient, most: number): () => void {
  const name = 'fewAtATime';
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        const { Limit = most } = args.input as { Limit?: number };
        const fewer = { ...args, input: { ...args.input, Limit: Math.min(Limit, most) } };
        return next(commandName === 'QueryCommand' ? fewer : args);
      },
    { step: 'initialize', name },
  );
  return () => void client.middlewareStack.remove(name);
}

function tablesOf({ TableName, RequestItems = {}, TransactItems = [] }: Outgoing['input']): string[] {
  const steps: { TableName: string }[] = TransactItems.flatMap(Object.values);
  return [...new Set([TableName ?? [], Object.keys(RequestItems), steps.map((step) => step.TableName)].flat())];
}

const WRITES = {
  PutItem: PutItemCommand,
  UpdateItem: UpdateItemCommand,
  DeleteItem: DeleteItemCommand,
  TransactWriteItems: TransactWriteItemsCommand,
  BatchWriteItem: BatchWriteItemCommand,
};
const REFUSALS = ['ConditionalCheckFailedException', 'TransactionCanceledException'];

async function write(client: DynamoDBClient, kind: string, input: object): Promise<boolean> {
  const Command = WRITES[kind as keyof typeof WRITES] as typeof PutItemCommand;
  try {
    await client.send(new Command(input as never));
    return true;
  } catch (error) {
    if (error instanceof DynamoDBServiceException && REFUSALS.includes(error.name)) return false;
    throw error;
  }
}

const reallyFetch = globalThis.fetch;

// Commands and mails go by `fetch`; whatever else is fetched does not pass.
globalThis.fetch = async (input, init) => {
  const send = () => reallyFetch(input, init);
  const kind = kindOf(String(input));
  if (!kind) return send();
  const { signal: _, ...sent } = init as RequestInit & { body: string };
  const again = async () => {
    const answer = await reallyFetch(input, sent);
    return answer.ok && !answer.headers.has('x-amz-function-error');
  };
  const request: Outgoing = { kind, input: JSON.parse(sent.body), tables: [], sender: running.getStore()?.name, again };
  return (await pass(request, send)) as Response;
};

function kindOf(url: string): string | undefined {
  if (url === `${process.env.SES_ENDPOINT}/v2/email/outbound-emails`) return 'SendEmail';
  const name = /\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(url)?.[1];
  return name && `Invoke ${name}`;
}

export interface Sent {
  /** The kind of the request, and how many items a transaction writes: `TransactWriteItems of 2`. */
  request: string;
  /** Capacity read or written, as DynamoDB counts it for what is `weighed`; 0 for a refusal. */
  units: number;
  /** No answer came, for instance from a machine with too much to do. */
  lost: boolean;
}

const unitsOf = ({ ConsumedCapacity: consumed = [] }: { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] }) =>
  [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);

/** Counts every request from now on, attempt by attempt. */
function countRequests() {
  const sent: Sent[] = [];
  const stop = tap(async ({ kind, input: { TransactItems } }, send) => {
    const one: Sent = { request: TransactItems ? `${kind} of ${TransactItems.length}` : kind, units: 0, lost: true };
    sent.push(one);
    try {
      const answer = await send();
      one.units = unitsOf(answer as object);
      one.lost = false;
      return answer;
    } catch (error) {
      one.lost = !(error instanceof DynamoDBServiceException);
      throw error;
    }
  });
  return {
    stop,
    /** The requests since the last call, which are then forgotten. */
    take: (): Sent[] => sent.splice(0),
    /** The same without their units. */
    requests: (): string[] => sent.splice(0).map(({ request }) => request),
  };
}

export async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { stop, requests } = countRequests();
  await work().finally(stop);
  return requests();
}

/** What the work sends, request by request, with its units. */
export async function sentBy(work: () => Promise<unknown>): Promise<Sent[]> {
  const { stop, take } = countRequests();
  await weighed(work).finally(stop);
  return take();
}

/** Keeps every write and command that the work sends, to be sent again: it arrives twice then, or late. */
export async function repeatLater(work: () => Promise<unknown>): Promise<Outgoing[]> {
  const writes: Outgoing[] = [];
  const stop = tap((request, send) => {
    if (request.kind in WRITES || request.kind.startsWith('Invoke')) writes.push(request);
    return send();
  });
  await work().finally(stop);
  return writes;
}
