import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { requireInHand } from '../../runtime/invocation.ts';
import { Failure } from '../../values/failure.ts';
import { DAMAGED_CURSOR } from '../../values/page.ts';
import { neverConnected } from '../connection.ts';

/**
 * Bounds chosen so that every attempt together ends well within a function's ten seconds: the caller
 * then gets a 503 with its reason instead of the gateway's time-out.
 */
const MAX_ATTEMPTS = 3;
const CONFLICT_ATTEMPTS = 8;
const CONFLICT_DELAY_MS = 25;

/** What the SDK would otherwise look for in the environment and in files that no function has, at every cold start. */
const SETTLED: DynamoDBClientConfig = {
  region: process.env.AWS_REGION as string,
  retryMode: 'standard',
  defaultsMode: 'standard',
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  accountIdEndpointMode: 'disabled',
  authSchemePreference: [],
  userAgentAppId: '',
  endpointDiscoveryEnabled: false,
};

/** The one client of a function's process: connections are kept and shared by its calls. */
export const client = new DynamoDBClient({
  ...(process.env.DYNAMODB_ENDPOINT && { endpoint: process.env.DYNAMODB_ENDPOINT }),
  maxAttempts: MAX_ATTEMPTS,
  ...SETTLED,
  requestHandler: { connectionTimeout: 500, requestTimeout: 2_800, throwOnRequestTimeout: true },
});

// Nobody reads what the SDK logs, and it prepares that for every request.
client.middlewareStack.remove('loggerMiddleware');

export const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

const isConflict = (error: unknown): boolean =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict')
    : error instanceof DynamoDBServiceException && error.name === 'TransactionConflictException';

/** Our own mistake in the request; everything else that is no refusal is the store's trouble. */
const isOurMistake = (error: unknown): boolean =>
  error instanceof DynamoDBServiceException && ['ValidationException', 'SerializationException'].includes(error.name);

const isThrottledTransaction = (error: TransactionCanceledException): boolean =>
  (error.CancellationReasons ?? []).some(({ Code }) =>
    ['ThrottlingError', 'ProvisionedThroughputExceeded'].includes(Code ?? ''),
  );

const isRefusal = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  (error instanceof TransactionCanceledException && !isConflict(error) && !isThrottledTransaction(error));

/**
 * The SDK retries throttling and lost connections, with jitter; two transactions that meet on an
 * item are ours to retry. What is still not answered then is a 503, never a guess.
 */
client.middlewareStack.add(
  (next) => async (args) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next(args);
      } catch (error) {
        const again =
          isConflict(error) || (error instanceof TransactionCanceledException && isThrottledTransaction(error));
        if (again && attempt < CONFLICT_ATTEMPTS) {
          await sleep(Math.random() * CONFLICT_DELAY_MS * 2 ** attempt);
          continue;
        }
        // Positions come out of cursors: whoever makes one up, seal and all, may make up an impossible one.
        if (isOurMistake(error) && 'ExclusiveStartKey' in args.input && args.input.ExclusiveStartKey)
          throw new Failure('requete_invalide', { erreurs: [DAMAGED_CURSOR], cause: error });
        if (isRefusal(error) || isOurMistake(error) || error instanceof Failure) throw error;
        throw new Failure('service_indisponible', { cause: error });
      }
    }
  },
  { step: 'initialize', priority: 'high', name: 'retryConflicts' },
);

/** Neither refused by DynamoDB nor kept from it: it may have been carried out, or may be in a moment. */
const isUnanswered = (error: unknown): boolean =>
  !(error instanceof DynamoDBServiceException && error.$fault === 'client') && !neverConnected(error as Error);

// Within the SDK's retries, so that each attempt passes here; the context is that of all of them.
client.middlewareStack.add(
  (next, context) => async (args) => {
    requireInHand();
    try {
      const answered = await next(args);
      Object.assign(answered.output.$metadata, { mayStillArrive: context.unanswered === true });
      return answered;
    } catch (error) {
      if (isUnanswered(error)) context.unanswered = true;
      if (error instanceof DynamoDBServiceException) {
        Object.assign(error.$metadata, { mayStillArrive: context.unanswered === true });
      }
      throw error;
    }
  },
  { step: 'finalizeRequest', priority: 'low', name: 'eachAttempt' },
);

/** A primary key. */
export type Key = Readonly<Record<string, string>>;

/** The item as the last acknowledged write left it, or `undefined`. */
export async function getItem<T>(table: string, key: Key): Promise<T | undefined> {
  const { Item } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return Item as T | undefined;
}

/** The items of up to a hundred keys in one request, in the order of the keys, each as `getItem` would find it. */
export async function getItems<T extends object>(table: string, keys: readonly Key[]): Promise<(T | undefined)[]> {
  const found: (T & Record<string, unknown>)[] = [];
  let left: readonly Key[] = keys;
  for (let attempt = 1; left.length > 0; attempt += 1) {
    if (attempt > CONFLICT_ATTEMPTS) throw new Failure('service_indisponible');
    if (attempt > 1) await sleep(Math.random() * CONFLICT_DELAY_MS * 2 ** attempt);
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: [...left], ConsistentRead: true } } }),
    );
    found.push(...((Responses?.[table] ?? []) as typeof found));
    left = (UnprocessedKeys?.[table]?.Keys ?? []) as Key[];
  }
  return keys.map((key) => found.find((item) => Object.entries(key).every(([name, value]) => item[name] === value)));
}

/** Every item of a query, page after page. */
export async function* allItems<T>(query: QueryCommandInput): AsyncGenerator<T> {
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const { Items = [], LastEvaluatedKey } = await db.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    yield* Items as T[];
    start = LastEvaluatedKey;
  } while (start);
}

/** DynamoDB writes at most this many items in one transaction. */
export const TRANSACTION_ITEMS = 100;

/** One write of a transaction, and what its refused condition means, given the item as it stands. */
export interface Step {
  write: NonNullable<TransactWriteCommandInput['TransactItems']>[number];
  refused: (present: Record<string, unknown> | undefined) => Error;
}

/**
 * Writes all steps or none. A lost answer is harmless: whoever sends the same transaction again, the SDK or
 * `retryConflicts`, does so under the same token, and DynamoDB applies it once.
 * @throws what the first refused step, in the given order, makes of the refusal
 */
export async function transact(steps: readonly Step[]): Promise<void> {
  try {
    await db.send(
      new TransactWriteCommand({ ClientRequestToken: randomUUID(), TransactItems: steps.map(({ write }) => write) }),
    );
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    const index = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
    const step = steps[index];
    if (!step) throw error;
    const item = reasons[index]?.Item;
    throw step.refused(item && unmarshall(item));
  }
}

/** The item that refused a conditional write, when `error` is such a refusal; rethrows anything else. */
export function refusingItem(error: unknown): Record<string, unknown> | undefined {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item && unmarshall(error.Item);
}

/** What a conditional write came to. */
export interface Outcome<T> {
  done: boolean;
  /** An attempt of it went unanswered, and may still be carried out. */
  unsure: boolean;
  /** The item as it then is, if there is one: whenever the write was refused, else as `ReturnValues` asks for it. */
  item: T | undefined;
}

export type Change = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues' | 'ReturnValues'
>;

const isUnsure = (metadata: object): boolean => 'mayStillArrive' in metadata && metadata.mayStillArrive === true;

/**
 * One conditional UpdateItem. Our own, found again after a lost answer, is no refusal.
 * @param isDone whether what was asked shows in the item, however it came there
 * @throws Failure `service_indisponible` when a refusal is not the last word: an earlier attempt of the
 * same request was not answered, and may still be carried out
 */
export async function updateItem<T extends object>(
  input: UpdateCommandInput,
  isDone: (item: T) => boolean,
): Promise<Outcome<T>> {
  try {
    const { Attributes, $metadata } = await db.send(
      new UpdateCommand({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...input }),
    );
    return { done: true, unsure: isUnsure($metadata), item: Attributes as T | undefined };
  } catch (error) {
    const item = refusingItem(error) as T | undefined;
    const unsure = isUnsure((error as ConditionalCheckFailedException).$metadata);
    const done = unsure && item !== undefined && isDone(item);
    if (unsure && item && !done) throw new Failure('service_indisponible', { cause: error });
    return { done, unsure, item };
  }
}
