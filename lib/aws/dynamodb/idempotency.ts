import { createHash } from 'node:crypto';
import { Failure } from '../../values/failure.ts';
import { getItem, type Step } from './client.ts';

/** How long an answer is kept for replays; DynamoDB's time-to-live removes it afterwards. */
const KEPT_SECONDS = 24 * 3600;

/** One call that its caller may send again under the same `Idempotency-Key`. */
export interface Attempt {
  /** Digest of caller, operation and key. */
  readonly id: string;
  /** Digest of what was asked: path and body. */
  readonly request: string;
  /** Set when the first answer was given again and nothing was done. */
  replayed: boolean;
}

interface Answered {
  demande: string;
  /** JSON, so that a replay is the first answer to the byte. */
  reponse: string;
  /** Seconds since 1970. */
  expire_a: number;
}

const digest = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

export const newAttempt = (caller: string, operation: string, key: string, request: unknown): Attempt => ({
  id: digest(caller, operation, key),
  request: digest(JSON.stringify(request)),
  replayed: false,
});

const keyOf = (attempt: Attempt) => ({ pk: `IDEMPOTENCE#${attempt.id}`, sk: 'IDEMPOTENCE' });
const nowSeconds = () => Math.floor(Date.now() / 1000);

/** The record of a first answer, written by the very transaction that does the work. */
const record = (table: string, attempt: Attempt, answer: unknown): Step => ({
  write: {
    Put: {
      TableName: table,
      Item: {
        ...keyOf(attempt),
        demande: attempt.request,
        reponse: JSON.stringify(answer),
        expire_a: nowSeconds() + KEPT_SECONDS,
      },
      ConditionExpression: 'attribute_not_exists(pk) OR expire_a <= :now',
      ExpressionAttributeValues: { ':now': nowSeconds() },
    },
  },
  refused: () => new Failure('cle_idempotence_reutilisee'),
});

/**
 * The first answer to this attempt, if there is one.
 * @throws Failure `cle_idempotence_reutilisee` when the same key came with another request
 */
export async function answered<T>(table: string, attempt: Attempt): Promise<T | undefined> {
  const first = await getItem<Answered>(table, keyOf(attempt));
  if (!first || first.expire_a <= nowSeconds()) return undefined;
  if (first.demande !== attempt.request) throw new Failure('cle_idempotence_reutilisee');
  attempt.replayed = true;
  return JSON.parse(first.reponse);
}

/**
 * Does a piece of work once per attempt, whether its calls follow one another or race. Without an
 * attempt it costs nothing. `work` gets a function that makes, from its answer, the steps to put
 * first in its transaction. A refusal leaves no record, so it is looked at again the next time.
 * @throws Failure `cle_idempotence_reutilisee` when the same key came with another request
 */
export async function once<T>(
  table: string,
  attempt: Attempt | undefined,
  work: (remember: (answer: T) => Step[]) => Promise<T>,
): Promise<T> {
  if (!attempt) return work(() => []);
  try {
    return await work((answer) => [record(table, attempt, answer)]);
  } catch (refusal) {
    // A replay may be refused by the effect of its own first call: the record decides, not the refusal.
    const first = await answered<T>(table, attempt);
    if (first === undefined) throw refusal;
    return first;
  }
}
