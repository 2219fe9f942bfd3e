import {
  DynamoDBServiceException,
  ProvisionedThroughputExceededException,
  ThrottlingException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { client } from '../../lib/aws/dynamodb/client.ts';
import { drawn } from './extent.ts';
import { type Handler, type Outgoing, tap } from './wire.ts';

/** What becomes of requests on their way: they fail, arrive late, or meet another caller's. */

/** The beginning of the kinds that are meant, or a question about the request. */
export type Match = string | ((request: Outgoing) => boolean);

export const toDynamoDB: Match = ({ tables }) => tables.length > 0;

interface Fault {
  /** Which requests to spoil; all when absent. */
  match?: Match;
  /** How many of them to let through first. */
  after?: number;
  /** How many to spoil then, 1 when absent. */
  times?: number;
  how: Handler;
}

const faults: Required<Fault>[] = [];

tap((request, send) => {
  const fault = faults.find(({ match }) =>
    typeof match === 'string' ? request.kind.startsWith(match) : match(request),
  );
  if (!fault) return send();
  if (fault.after > 0) {
    fault.after -= 1;
    return send();
  }
  fault.times -= 1;
  // Taken away first: what is done meanwhile may send requests of the same kind.
  if (fault.times === 0) faults.splice(faults.indexOf(fault), 1);
  return fault.how(request, send);
});

/** DynamoDB refuses the request under that name: a mistake of ours, a right or a table that is missing. */
export const refusedAs = (name: string): Handler =>
  failing(
    () => new DynamoDBServiceException({ name, $fault: 'client', $metadata: known.$metadata, message: 'injected' }),
  );

/** For a fault that lasts until `mend`. */
export const ALWAYS = Number.POSITIVE_INFINITY;

/** Spoils requests that are still to come. Faults wait for their request in the order given. */
export const fail = ({ match = '', after = 0, times = 1, how }: Fault): void =>
  void faults.push({ match, after, times, how });

/** Takes back every fault. @returns how many were still waiting for their request */
export const mend = (): number => faults.splice(0).length;

/** Does something of its own when such a request is about to go: two callers meet at that point every time. */
export const meanwhile = (match: Match, work: () => Promise<unknown>, after = 0): void =>
  fail({ match, after, how: (_, send) => work().then(send) });

/** Keeps the answer to such a request from its sender, who sleeps from then on until it is woken up. */
export function fallAsleep(match: Match) {
  const asleep = Promise.withResolvers<void>();
  const awake = Promise.withResolvers<void>();
  fail({
    match,
    how: async (_, send) => {
      const answer = await send();
      asleep.resolve();
      await awake.promise;
      return answer;
    },
  });
  return { asleep: asleep.promise, wakeUp: awake.resolve };
}

/** Keeps such requests from going, which their sender takes for lost. */
export function holdBack(match: Match, times = 1) {
  const held: Outgoing[] = [];
  fail({
    match,
    times,
    how: (request, send) => {
      held.push(request);
      return timedOut(request, send);
    },
  });
  /** Sends them, in their order. @returns which were carried out */
  return async (): Promise<boolean[]> => {
    const done: boolean[] = [];
    for (const request of held.splice(0)) done.push(await request.again());
    return done;
  };
}

export const failing =
  (error: () => Error): Handler =>
  async () => {
    throw error();
  };

/** A command or a mail is answered so, and is not carried out. */
export const answering =
  (body: string, init?: ResponseInit): Handler =>
  async () =>
    new Response(body, init);

/** The connection fails in that system call, told as DynamoDB's client or `fetch` tell it. */
export const brokenOff =
  (code: string, syscall?: string): Handler =>
  async ({ tables }) => {
    const cause = Object.assign(new Error(`${code} (injected)`), { code, syscall });
    throw tables.length > 0 ? cause : new TypeError('fetch failed', { cause });
  };

/** Nothing listens there, so the request does not arrive. */
export const unreachable = brokenOff('ECONNREFUSED', 'connect');

/** The request is carried out or refused, then something else is done, and no answer comes. */
export const answerLostAfter =
  (work: () => Promise<unknown>): Handler =>
  async (request, send) => {
    await send().catch(() => {});
    await work();
    return brokenOff('ECONNRESET', 'read')(request, send);
  };

export const answerLost = answerLostAfter(async () => {});

export const timedOut = failing(() =>
  Object.assign(new Error('no answer in time (injected)'), { name: 'TimeoutError' }),
);

const known = { $metadata: { httpStatusCode: 400 }, message: 'injected' };

// Answers of DynamoDB under load that DynamoDB Local never gives.
export const throttled = failing(() => new ProvisionedThroughputExceededException(known));
export const throttledAccount = failing(() => new ThrottlingException(known));
export const conflict = failing(() => new TransactionConflictException(known));
/** A transaction refused for these reasons: `TransactionConflict`, `ThrottlingError`, `None`. */
export const cancelled = (...codes: string[]): Handler =>
  failing(() => new TransactionCanceledException({ ...known, CancellationReasons: codes.map((Code) => ({ Code })) }));

/**
 * A process has only so many retries to spend, which its calls share and successes earn back. Gives
 * them all back, so that no test is short of them for what others spent.
 */
export async function rest(): Promise<void> {
  const strategy = await client.config.retryStrategy();
  const spent = { getRetryCount: () => 0, getRetryDelay: () => 0, getRetryCost: () => 500 };
  if ('recordSuccess' in strategy) strategy.recordSuccess(spent);
}

/**
 * How a request is cut: `once` fails in a way that DynamoDB's client tries again, `for good` in a way that
 * it does not, and after `dead` no other request gets out either, as when the process is gone.
 */
export const MANNERS = ['once', 'for good', 'dead'] as const;

export interface Cut {
  /** The number of the request, from 0. */
  point: number;
  /** Whether the request is carried out and its answer lost, or does not arrive. */
  arrives: boolean;
  manner: (typeof MANNERS)[number];
}

const gone = failing(() => new Error('gone (injected)'));
const lost = failing(() => Object.assign(new Error('connection lost (injected)'), { code: 'ECONNRESET' }));

/** Does the work with one of its requests cut off; afterwards everything gets through again. */
export function cutAt<T>({ point, arrives, manner }: Cut, work: () => Promise<T>): Promise<T> {
  fail({
    after: point,
    how: async (request, send) => {
      // A refusal gets lost as well as any other answer.
      if (arrives) await send().catch(() => {});
      if (manner === 'dead') fail({ times: ALWAYS, how: gone });
      return (manner === 'once' ? lost : gone)(request, send);
    },
  });
  return work().finally(mend);
}

const isRead = (request: string) => /^(Get|BatchGet|Query)/.test(request);
const isWrite = (request: string) => /^(Put|Update|Delete|TransactWrite|BatchWrite)/.test(request);

/** Whether a cut of such a request leaves anything behind that another cut does not. */
function isTelling(request: string, { arrives, manner }: Cut): boolean {
  // Of a process that dies, what it has sent is left: to die before a request, or with a read, is to die after the write before.
  if (manner === 'dead') return arrives && !isRead(request);
  // To a read it is all one whether it has arrived, and one that fails once is sent again by DynamoDB's client alone.
  if (isRead(request)) return manner === 'for good' && !arrives;
  // So is a write that has not arrived.
  return manner === 'for good' || arrives || !isWrite(request);
}

/** Every way to cut off something that sends these requests. */
const everyCut = (requests: string[]): Cut[] =>
  requests.flatMap((request, point) =>
    MANNERS.flatMap((manner) =>
      [false, true].map((arrives) => ({ point, arrives, manner })).filter((cut) => isTelling(request, cut)),
    ),
  );

/**
 * Cuts off something that sends these requests: in every way, or in one for each two requests in an everyday run.
 * @param label what sends them, so that other ways are drawn elsewhere in the same run
 * @param tried does it with that cut, and tells what was found wrong
 * @returns what was found wrong, by the names of the cuts
 */
export async function wrongWhenCut(
  requests: string[],
  label: string,
  tried: (cut: Cut, request: string) => Promise<string[]>,
  isMeant: (cut: Cut) => boolean = () => true,
): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {};
  for (const cut of drawn(everyCut(requests).filter(isMeant), ({ point }) => point >> 1, label)) {
    const request = requests[cut.point] as string;
    const found = await tried(cut, request);
    const name = `${request} (${cut.point}) ${cut.arrives ? 'arrives' : 'does not arrive'}, ${cut.manner}`;
    if (found.length > 0) wrong[name] = found;
  }
  return wrong;
}
