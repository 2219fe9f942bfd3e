import { randomUUID } from 'node:crypto';
import type { Attempt } from '../../values/attempt.ts';
import { Failure, Problem } from '../../values/failure.ts';
import { allItems, getItem, type ItemKey } from './read.ts';
import { pause } from './retry.ts';
import { putAnyway, removeAnyway, type Step, transact, writeOne } from './write.ts';

/** A first answer is kept for replays for so long; DynamoDB's time-to-live removes it afterwards. */
const KEPT_SECONDS = 24 * 3600;

/** The item `IDEMPOTENCE#<attempt>`. */
interface Entry {
  demande: string;
  /** The first answer as JSON, so that a replay is the same to the byte. Absent while the work goes on. */
  reponse?: string;
  /** Names the call that works on it, until the instant `jusqu_a` in milliseconds. */
  prise?: string;
  jusqu_a?: number;
  /** Seconds since 1970. */
  expire_a: number;
}

const keyOf = ({ id }: Pick<Attempt, 'id'>) => ({ pk: `IDEMPOTENCE#${id}`, sk: 'IDEMPOTENCE' });

/** The item that leads from a person to a first answer about them. It expires with the answer. */
const pointerKey = (personId: string, attemptId: string) => ({ pk: `REPONSES#${personId}`, sk: attemptId });

interface Pointer extends ItemKey {
  expire_a: number;
  /** The answer only names the person, and is about somebody else. */
  est_citee: boolean;
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** Somebody else has answered this attempt, or works on it. */
class Taken extends Failure {
  constructor() {
    super('cle_idempotence_reutilisee');
  }
}

/** @throws Failure `cle_idempotence_reutilisee` when the same key came with another request */
async function entryOf(table: string, attempt: Attempt): Promise<Entry | undefined> {
  const entry = await getItem<Entry>(table, keyOf(attempt));
  if (!entry || entry.expire_a <= nowSeconds()) return undefined;
  if (entry.demande !== attempt.request) throw new Failure('cle_idempotence_reutilisee');
  return entry;
}

function replay<T>(attempt: Attempt, reponse: string): T {
  attempt.replayed = true;
  return JSON.parse(reponse);
}

const isHeld = ({ reponse, jusqu_a = 0 }: Entry): boolean => reponse !== undefined || jusqu_a > Date.now();

/**
 * What work puts into its writes: `end` into the one that does it, or the last of several, with the
 * answer, the people whom it is about and those whom it only names; `begin` into the first of several, so that other calls wait
 * for that answer, for so many milliseconds at most. `release` gives up for another call.
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
      // What went unanswered may still be going on: until the claim lapses nobody begins it again.
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

/** Nobody has answered, and nobody has it in hand. */
const NOBODYS = 'attribute_not_exists(pk) OR expire_a <= :now OR (attribute_not_exists(reponse) AND jusqu_a <= :ms)';

function newClaim<T>(table: string, attempt: Attempt): Claim<T> {
  const prise = randomUUID();
  const mine = { ':mine': prise };
  let isBegun = false;
  const expire_a = nowSeconds() + KEPT_SECONDS;
  const put = (entry: Partial<Entry>): Step => ({
    write: {
      Put: {
        TableName: table,
        Item: { ...keyOf(attempt), demande: attempt.request, expire_a, ...entry },
        ConditionExpression: `${NOBODYS} OR prise = :mine`,
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
        putAnyway(table, { ...pointerKey(id, attempt.id), expire_a, est_citee });
      return [
        put({ reponse: JSON.stringify(answer) }),
        ...[...new Set(about)].map(point(false)),
        ...named.filter((id) => !about.includes(id)).map(point(true)),
      ];
    },
    release: async () => {
      if (!isBegun) return;
      const condition = { ConditionExpression: 'prise = :mine', ExpressionAttributeValues: mine };
      const write = { Delete: { TableName: table, Key: keyOf(attempt), ...condition } };
      await writeOne({ write, refused: () => undefined });
    },
  };
}

/** Writes the steps of a claim alone, for work that has no write of its own to put them into. */
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

/**
 * Takes a person whose account is gone out of the first answers: one about them is deleted, and one that only names
 * them has `null` in that place, so that its key still makes nothing twice. The strong Query finds them all, as none is
 * recorded once the account is gone: an answer goes with a write that is refused without the account (a penalty), that
 * makes it or counts it, or that names a version of the loan's record which is older than the freeing of its slot (a
 * loan, a renewal, a return); and nobody's account is deleted while a slot of theirs is held.
 */
export async function forgetAnswers(table: string, personId: string): Promise<void> {
  for await (const pointer of allItems<Pointer>({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pointerKey(personId, '').pk },
    ConsistentRead: true,
  })) {
    await forgetAnswer(table, personId, pointer);
    await writeOne(removeAnyway(table, pointer));
  }
}

/** A key that came again after a day has another answer by now, which may be about somebody else. */
async function forgetAnswer(table: string, personId: string, { sk: id, expire_a, est_citee }: Pointer): Promise<void> {
  const Key = keyOf({ id });
  const same = { ConditionExpression: 'expire_a = :then', ExpressionAttributeValues: { ':then': expire_a } };
  const refused = () => undefined;
  if (!est_citee) return writeOne({ write: { Delete: { TableName: table, Key, ...same } }, refused });
  const entry = await getItem<Entry>(table, Key);
  if (entry?.reponse === undefined) return;
  const Item = { ...entry, reponse: entry.reponse.replaceAll(JSON.stringify(personId), 'null') };
  await writeOne({ write: { Put: { TableName: table, Item, ...same } }, refused });
}
