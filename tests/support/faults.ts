import {
  type CancellationReason,
  type ConsumedCapacity,
  type DynamoDBClient,
  type KeysAndAttributes,
  ProvisionedThroughputExceededException,
  type ServiceOutputTypes,
  ThrottlingException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** Sees every attempt that a client sends to DynamoDB, and spoils those that a test wants spoilt. */

/** One attempt as it went out: `GetItem`, `TransactWriteItems of 2`… */
export interface Sent {
  request: string;
  /** Capacity read and written, as DynamoDB counts it; 0 when the answer never came. */
  units: number;
}

export interface Fault {
  /** Which requests to spoil: `GetItem`, `TransactWriteItems`…; all when absent. */
  command?: string;
  /** How many attempts to spoil, 1 when absent; `Infinity` until `mend`. */
  times?: number;
  /** How many attempts to let through first. */
  after?: number;
  /**
   * `lost-answer`: DynamoDB does it, the answer never comes. `not-sent`: nothing listens there.
   * `timed-out`: nobody answers in time. `hung`: nobody ever answers. `unprocessed`: a batch comes back
   * undone, as under load. Otherwise what DynamoDB answers.
   */
  error: 'lost-answer' | 'not-sent' | 'timed-out' | 'hung' | 'unprocessed' | (() => Error);
}

interface Tap {
  sent: Sent[];
  faults: Required<Fault>[];
}

const taps = new WeakMap<DynamoDBClient, Tap>();

const network = (code: string, syscall: string) => Object.assign(new Error(`${code} (injected)`), { code, syscall });
const timeout = () => Object.assign(new Error('no answer in time (injected)'), { name: 'TimeoutError' });

/** The parts of requests and answers that are looked at, which only some of them have. */
interface Input {
  TransactItems?: unknown[];
  RequestItems?: Record<string, KeysAndAttributes>;
}
interface Output {
  ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
}

const capacityOf = ({ ConsumedCapacity: consumed = [] }: Output) =>
  [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);

function install(client: DynamoDBClient): Tap {
  const tap: Tap = { sent: [], faults: [] };
  client.middlewareStack.add(
    (next) => (args) => next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } }),
    { step: 'initialize', name: 'askForCapacity' },
  );
  // Below the SDK's own retries, so that each attempt passes here.
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const command = commandName.replace(/Command$/, '');
        const items = (args.input as Input).TransactItems?.length;
        const sent: Sent = { request: items === undefined ? command : `${command} of ${items}`, units: 0 };
        tap.sent.push(sent);
        const fault = tap.faults.find((candidate) => candidate.command === '' || candidate.command === command);
        if (fault) {
          if (fault.after > 0) fault.after -= 1;
          else {
            fault.times -= 1;
            if (fault.times <= 0) tap.faults.splice(tap.faults.indexOf(fault), 1);
            if (fault.error === 'unprocessed') return undone(args.input as Input);
            await spoil(fault.error, () => next(args));
          }
        }
        const answered = await next(args);
        sent.units = capacityOf(answered.output as Output);
        return answered;
      },
    { step: 'finalizeRequest', priority: 'low', name: 'faults' },
  );
  taps.set(client, tap);
  return tap;
}

/** Such an answer, as the document client's callers see it: plain values, unlike what was sent. */
const undone = ({ RequestItems = {} }: Input) => {
  const left = Object.entries(RequestItems).map(([table, asked]) => [
    table,
    { ...asked, Keys: asked.Keys?.map((key) => unmarshall(key)) },
  ]);
  const output = { $metadata: {}, Responses: {}, UnprocessedKeys: Object.fromEntries(left) };
  return { response: {}, output: output as ServiceOutputTypes };
};

async function spoil(error: Exclude<Fault['error'], 'unprocessed'>, send: () => Promise<unknown>): Promise<never> {
  switch (error) {
    case 'not-sent':
      throw network('ECONNREFUSED', 'connect');
    case 'timed-out':
      throw timeout();
    case 'hung':
      return new Promise<never>(() => {});
    case 'lost-answer':
      // A refusal can get lost as well.
      await send().catch(() => {});
      throw network('ECONNRESET', 'read');
    default:
      throw error();
  }
}

const tapOf = (client: DynamoDBClient): Tap => taps.get(client) ?? install(client);

/** What the client has sent since it was asked the last time, attempt by attempt. */
export function countRequests(client: DynamoDBClient) {
  const tap = tapOf(client);
  tap.sent.length = 0;
  return {
    /** The attempts since the last call, which are then forgotten. */
    take: (): Sent[] => tap.sent.splice(0),
    /** The same, as `GetItem`, `TransactWriteItems of 2`… */
    requests: (): string[] => tap.sent.splice(0).map(({ request }) => request),
  };
}

/** Spoils the client's next attempts. Faults wait for their request in the order given. */
export function failNext(client: DynamoDBClient, { command = '', times = 1, after = 0, error }: Fault): void {
  tapOf(client).faults.push({ command, times, after, error });
}

/** Takes back every fault; says how many were still waiting for their request. */
export function mend(client: DynamoDBClient): number {
  return tapOf(client).faults.splice(0).length;
}

/**
 * A process has only so many retries to spend, which its calls share and successes earn back. Gives
 * them all back, so that no test is short of them for what others spent.
 */
export async function rest(client: DynamoDBClient): Promise<void> {
  const strategy = await client.config.retryStrategy();
  const spent = { getRetryCount: () => 0, getRetryDelay: () => 0, getRetryCost: () => 500 };
  if ('recordSuccess' in strategy) strategy.recordSuccess(spent);
}

const known = { $metadata: { httpStatusCode: 400 }, message: 'injected' };

/** Answers of DynamoDB under load that DynamoDB Local never gives. */
export const throttled = () => new ProvisionedThroughputExceededException(known);
export const throttledAccount = () => new ThrottlingException(known);
export const conflict = () => new TransactionConflictException(known);
/** A transaction refused for these reasons: `TransactionConflict`, `ThrottlingError`, `None`… */
export const cancelled =
  (...codes: string[]) =>
  () =>
    new TransactionCanceledException({
      ...known,
      CancellationReasons: codes.map((Code): CancellationReason => ({ Code })),
    });
