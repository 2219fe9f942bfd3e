import { setTimeout as sleep } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { environment } from '../../runtime/config.ts';
import { requireInvocation } from '../../runtime/invocation.ts';
import { Failure } from '../../values/failure.ts';
import { DAMAGED_CURSOR } from '../../values/page.ts';

/**
 * The bounds are chosen so that all attempts together end well within a function's ten seconds. The
 * caller then gets a 503 with its reason instead of the gateway's time-out.
 */
const MAX_ATTEMPTS = 3;
const CONFLICT_ATTEMPTS = 8;
const CONFLICT_DELAY_MS = 25;

/** The one client of a function's process: connections are kept and shared by its calls. */
export const client = new DynamoDBClient({
  ...(environment.DYNAMODB_ENDPOINT !== undefined && { endpoint: environment.DYNAMODB_ENDPOINT }),
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_300, throwOnRequestTimeout: true },
  maxAttempts: MAX_ATTEMPTS,
  // The rest spares every cold start a search in the environment and in files that no function has.
  region: environment.AWS_REGION,
  retryMode: 'standard',
  defaultsMode: 'standard',
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  accountIdEndpointMode: 'disabled',
  authSchemePreference: [],
  userAgentAppId: '',
  endpointDiscoveryEnabled: false,
});

// The SDK would prepare lines for a log that is not kept, for every request.
client.middlewareStack.remove('loggerMiddleware');

export const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

const reasonsOf = (error: unknown): string[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code }) => Code ?? '')
    : [error instanceof DynamoDBServiceException ? error.name : ''];

/** Another transaction holds an item of this request, or a transaction was throttled. The SDK repeats neither. */
const PASSING = [
  'TransactionConflict',
  'TransactionConflictException',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
];
const isPassing = (error: unknown): boolean => reasonsOf(error).some((reason) => PASSING.includes(reason));

/**
 * A request that is malformed, or to a table that is not there, or without the right to make it, is our own mistake.
 * Everything else that is no refusal is the store's trouble.
 */
const OURS = ['ValidationException', 'SerializationException', 'AccessDeniedException', 'ResourceNotFoundException'];
const isOurMistake = (error: unknown): boolean => reasonsOf(error).some((reason) => OURS.includes(reason));

const isRefusal = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  (error instanceof TransactionCanceledException && !isPassing(error));

/**
 * The SDK repeats what was throttled and what lost its connection, with jitter. This repeats what met
 * another transaction, under the same token. What is not answered then is a 503, never a guess.
 */
client.middlewareStack.add(
  (next) => async (args) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next(args);
      } catch (error) {
        if (isPassing(error) && attempt < CONFLICT_ATTEMPTS) {
          await sleep(Math.random() * CONFLICT_DELAY_MS * 2 ** attempt);
          continue;
        }
        // A position comes out of a cursor, and a forged cursor may hold an impossible one.
        if (isOurMistake(error) && 'ExclusiveStartKey' in args.input && args.input.ExclusiveStartKey)
          throw new Failure('requete_invalide', { erreurs: [DAMAGED_CURSOR], cause: error });
        if (isRefusal(error) || isOurMistake(error) || error instanceof Failure) throw error;
        throw new Failure('service_indisponible', { cause: error });
      }
    }
  },
  { step: 'initialize', priority: 'high', name: 'retryPassing' },
);

// This runs within the SDK's retries, so that each attempt is checked.
client.middlewareStack.add(
  (next) => (args) => {
    requireInvocation();
    return next(args);
  },
  { step: 'finalizeRequest', priority: 'low', name: 'requireInvocation' },
);
