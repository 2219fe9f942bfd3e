import { Moved, pause, retryOnConflict } from '../aws/dynamodb/retry.ts';
import { remark } from '../runtime/log.ts';
import { Failure } from '../values/failure.ts';
import type { Asked } from './decide.ts';

/**
 * How a process is carried out that writes in all three services: a loan, its renewal and its end, a hold and its end.
 * The request and the reconciler walk the same way, and every part of it may be repeated.
 */

/** A record at its version. */
interface Recorded {
  id: string;
  version: number;
  transit: { operation: string } | null;
}

/** A record in the middle of a process. */
export interface Carried extends Recorded {
  transit: { operation: string };
}

/** What the processes of one kind of record do, told of a record in the middle of one. */
export interface Kind<Item extends Carried> {
  /** Asks how account and title stand, unless the title is known. */
  ask: (item: Item, title?: Asked['title']) => Promise<Asked>;
  hands: (item: Item) => Hands;
  /** Writes the record as it is once all else is done, or removes it. @throws Moved */
  end: (item: Item) => Promise<unknown>;
  /** Takes the process over that was cut off, so that it comes to the end that its row says. @throws Moved */
  takeOver: (item: Item) => Promise<Item>;
  /** The record, set to be undone after a refusal. */
  refused: (item: Item) => Item;
  read: (id: string) => Promise<Recorded | undefined>;
}

/** What a process does to the account and to the title: it takes a part of both, or frees what it has of both. */
export type Hands = Taking | Freeing;

/** Takes the slot and the copy at the given versions; `false`: the version has changed. */
interface Taking {
  frees: false;
  account: (account: NonNullable<Asked['account']>) => true | Promise<boolean>;
  title: (title: NonNullable<Asked['title']>) => true | Promise<boolean>;
}

interface Freeing {
  frees: true;
  account: () => Promise<unknown>;
  title: () => Promise<unknown>;
}

/**
 * The reconciler takes a process over only this long after it was last taken up, which is longer than a function of the
 * loans service lasts. Earlier, it would undo the work of a request that still goes on, and that would fail for
 * nothing.
 */
export const LEASE_MS = 60_000;

/** What was cut off is undone or finished by then, as the reconciler runs every minute. */
export const SETTLED_MS = 2 * LEASE_MS;

/** Which of the two other services did its part. */
export interface Parts {
  account: boolean;
  title: boolean;
}

const NEITHER: Parts = { account: false, title: false };
const BOTH: Parts = { account: true, title: true };

/** Each round is lost only to another write that went through; most are short. */
const ROUNDS = 60;
const LONGEST_PAUSE_MS = 1_500;

/**
 * Brings account and title to where the process wants them, at the versions that were asked. When one of
 * them has moved, it asks again and the decision is taken anew.
 * @param first what was asked before the process began, if it has only begun
 * @param decide gives the record with what it is to take, or refuses
 * @returns the record, or the refusal to which the decision has come meanwhile, with what was done by then
 * @throws Moved when another write always came first, or when the process was taken over
 */
export async function carryOut<Item extends Carried, R>(
  kind: Kind<Item>,
  item: Item,
  first: Asked | undefined,
  decide: (asked: Asked) => { refusal: R } | { item: Item },
): Promise<{ item: Item } | { refusal: R; done: Parts }> {
  let done = NEITHER;
  let asked = first ?? (await kind.ask(item));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const decided = decide(asked);
    if ('refusal' in decided) return { ...decided, done };
    if (asked !== first) await requireNotTakenOver(kind, item);
    const hands = kind.hands(decided.item);
    done = hands.frees ? await free(hands) : await take(hands, asked, done);
    if (done.account && done.title) return decided;
    await pause(round, LONGEST_PAUSE_MS);
    // A copy that was taken stays the one that is decided on. The account is asked anew also with its slot taken: the
    // person may have borrowed the title meanwhile.
    asked = await kind.ask(item, done.title ? asked.title : null);
  }
  throw new Moved();
}

/**
 * Makes sure, once account and title were asked, that the process was not taken over. Should it be taken over later, it
 * is undone after these answers, and so at newer versions.
 * @throws Moved
 */
async function requireNotTakenOver<Item extends Carried>(kind: Kind<Item>, { id, version }: Item): Promise<void> {
  if ((await kind.read(id))?.version !== version) throw new Moved();
}

async function take(hands: Taking, asked: Asked, done: Parts): Promise<Parts> {
  const [account, title] = await both(
    done.account || !asked.account || hands.account(asked.account),
    done.title || !asked.title || hands.title(asked.title),
  );
  return { account, title };
}

async function free(hands: Freeing, what: Parts = BOTH): Promise<Parts> {
  await both<unknown, unknown>(what.account && hands.account(), what.title && hands.title());
  return BOTH;
}

/** Waits for the answers to two commands, also when one has failed: none is left on its way then. */
async function both<T, U>(one: T | Promise<T>, other: U | Promise<U>): Promise<[T, U]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

/**
 * Brings a process that is decided to its end: account and title first, the record last.
 * @param done what there is to free; all that there may be, when it is not known
 */
export async function finish<Item extends Carried>(kind: Kind<Item>, item: Item, done: Parts = BOTH): Promise<void> {
  const hands = kind.hands(item);
  if (hands.frees) await free(hands, done);
  else await carryOut(kind, item, undefined, () => ({ item }));
  await end(kind, item);
}

/**
 * Ends the record of a process that is done. When another write has moved the record, as that of a notice does, it is
 * read again and ended as it is now. When another request or the reconciler has ended it, there is nothing left to do.
 */
async function end<Item extends Carried>(kind: Kind<Item>, item: Item): Promise<void> {
  let present: Recorded | undefined = item;
  await retryOnConflict(async () => {
    const seen = present ?? (await kind.read(item.id));
    present = undefined;
    // What was to be undone after a refusal is so in this process alone: the record tells of it as it began.
    if (seen?.transit?.operation === item.transit.operation)
      await kind.end({ ...item, ...seen, transit: item.transit });
  });
}

/**
 * Does the same for a process of which the answer stands already: what is not possible now is left to the reconciler.
 */
export async function finishOrLeave<Item extends Carried>(kind: Kind<Item>, item: Item, done?: Parts): Promise<void> {
  await finish(kind, item, done).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    remark('the end of a process is left to the reconciler', { record: item.id, code: error.code });
  });
}

/** Takes over a process that was cut off, and brings it to the end that its row says. @throws Moved */
export const settle = async <Item extends Carried>(kind: Kind<Item>, item: Item): Promise<void> =>
  finish(kind, await kind.takeOver(item));

/**
 * Undoes a process whose request has come to a refusal.
 * @param done what there is to free; all, when it is not known
 */
export const undo = <Item extends Carried>(kind: Kind<Item>, item: Item, done?: Parts): Promise<void> =>
  finish(kind, kind.refused(item), done);
