import { randomUUID } from 'node:crypto';
import type { Attempt } from '../../values/attempt.ts';
import { Failure, Problem } from '../../values/failure.ts';
import { type Entry, entryKey, pointer } from './answers.ts';
import { getItem } from './read.ts';
import { pause } from './retry.ts';
import { putAnyway, type Step, transact, writeOne } from './write.ts';

/** A first answer is kept for replays for a day; DynamoDB's time-to-live removes it afterwards. */
const KEPT_SECONDS = 24 * 3600;

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** The key came with another request. */
class Reused extends Failure {
  constructor() {
    super('cle_idempotence_reutilisee', {
      detail: "La clé d'idempotence a servi à une autre demande : prenez-en une autre.",
    });
  }
}

/** Another call holds this key. */
class Taken extends Reused {}

/** @throws Failure `cle_idempotence_reutilisee` when the same key came with another request */
async function entryOf(table: string, attempt: Attempt): Promise<Entry | undefined> {
  const entry = await getItem<Entry>(table, entryKey(attempt.id));
  if (!entry || entry.expire_a <= nowSeconds()) return undefined;
  if (entry.demande !== attempt.request) throw new Reused();
  return entry;
}

function replay<T>(attempt: Attempt, reponse: string): T {
  attempt.replayed = true;
  return JSON.parse(reponse);
}

const isHeld = ({ reponse, jusqu_a = 0 }: Entry): boolean => reponse !== undefined || jusqu_a > Date.now();

/**
 * What work puts into its writes: `end` into the one that does it, or the last of several, with the answer, the people
 * whom it is about and those whom it only names; `begin` into the first of several, so that other calls wait for that
 * answer, for `leaseMs` milliseconds at most. `release` gives up for another call.
 */
export interface Claim<T> {
  begin: (leaseMs: number) => Step[];
  end: (answer: T, about?: readonly string[], named?: readonly string[]) => Step[];
  release: () => Promise<void>;
}

const NO_CLAIM = { begin: () => [], end: () => [], release: async () => {} };

/**
 * Does a piece of work once per attempt, whether its calls follow one another or race. Without an
 * attempt it costs nothing. A refusal leaves no entry, so that it is decided anew the next time.
 * @throws Failure `cle_idempotence_reutilisee` when the same key came with another request,
 * `service_indisponible` when the invocation ends while another call still works
 * @example once(TABLE, attempt, async ({ end }) => { await transact([...end(user, [user.id]), …]); return user; });
 */
export async function once<T>(
  table: string,
  attempt: Attempt | undefined,
  work: (claim: Claim<T>) => Promise<T>,
): Promise<T> {
  if (!attempt) return work(NO_CLAIM);
  for (let round = 1; ; round += 1) {
    const entry = await entryOf(table, attempt);
    if (entry?.reponse !== undefined) return replay(attempt, entry.reponse);
    if (entry && isHeld(entry)) {
      await pause(round);
      continue;
    }
    const claim = newClaim<T>(table, attempt);
    try {
      return await work(claim);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      // What went unanswered may still be going on: until the claim lapses no other call begins it again.
      const isRefusal = problem.kind.status < 500;
      if (isRefusal) await claim.release();
      const now = await entryOf(table, attempt);
      if (now?.reponse !== undefined) return replay(attempt, now.reponse);
      // The work of another call under this key may be what refuses this one: that call answers.
      const isOthers = isRefusal && (problem instanceof Taken || (now !== undefined && isHeld(now)));
      if (!isOthers) throw problem;
    }
  }
}

/** The key has no answer and no live claim. */
const FREE = 'attribute_not_exists(pk) OR expire_a <= :now OR (attribute_not_exists(reponse) AND jusqu_a <= :ms)';

function newClaim<T>(table: string, attempt: Attempt): Claim<T> {
  const prise = randomUUID();
  const mine = { ':mine': prise };
  let isBegun = false;
  const expire_a = nowSeconds() + KEPT_SECONDS;
  const put = (entry: Partial<Entry>): Step => ({
    write: {
      Put: {
        TableName: table,
        Item: { ...entryKey(attempt.id), demande: attempt.request, expire_a, ...entry },
        ConditionExpression: `${FREE} OR prise = :mine`,
        ExpressionAttributeValues: { ':now': nowSeconds(), ':ms': Date.now(), ...mine },
      },
    },
    refused: () => new Taken(),
  });
  return {
    begin: (leaseMs) => {
      isBegun = true;
      return [put({ prise, jusqu_a: Date.now() + leaseMs })];
    },
    end: (answer, about = [], named = []) => {
      const point = (est_citee: boolean) => (id: string) =>
        putAnyway(table, pointer(id, attempt.id, { expire_a, est_citee }));
      return [
        put({ reponse: JSON.stringify(answer) }),
        ...[...new Set(about)].map(point(false)),
        ...named.filter((id) => !about.includes(id)).map(point(true)),
      ];
    },
    release: async () => {
      if (!isBegun) return;
      const condition = { ConditionExpression: 'prise = :mine', ExpressionAttributeValues: mine };
      const write = { Delete: { TableName: table, Key: entryKey(attempt.id), ...condition } };
      await writeOne({ write, refused: () => undefined });
    },
  };
}

/**
 * Writes the steps of a claim in a transaction of their own, for a use case that has no write to put them into: it may
 * not send writes of other kinds.
 */
export const writeAlone = (steps: readonly Step[]): Promise<void> => transact(steps);

/**
 * Makes something in one transaction, once per attempt.
 * @param about the ids of those whom the thing is about
 * @param named the ids of those whom it only names
 * @returns what was made
 */
export const makeOnce = <T>(
  table: string,
  attempt: Attempt | undefined,
  thing: T,
  steps: readonly Step[],
  about: readonly string[] = [],
  named: readonly string[] = [],
): Promise<T> =>
  once<T>(table, attempt, async ({ end }) => {
    await transact([...end(thing, about, named), ...steps]);
    return thing;
  });
