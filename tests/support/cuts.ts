import { client } from '../../lib/aws/dynamodb/client.ts';
import { guard } from './outgoing.ts';

/**
 * Counts every request that the clients send, all in one row, and cuts one of them off. Commands of
 * other services run in this process on the same clients, so what they send is in the row as well.
 */

/**
 * How a request is cut: `once` fails in a way that DynamoDB's client tries again, `for good` in a way that
 * it does not, and after `dead` no other request gets out either, as when the process is gone.
 */
export const MANNERS = ['once', 'for good', 'dead'] as const;
export type Manner = (typeof MANNERS)[number];

export interface Cut {
  /** The how manieth request, from 0. */
  point: number;
  /** Whether the request is carried out and its answer lost, or never comes to where it should. */
  arrives: boolean;
  manner: Manner;
}

let sent: string[] = [];
let planned: Cut | undefined;
let dead = false;

const lostAndTriedAgain = () => Object.assign(new Error('connection lost (injected)'), { code: 'ECONNRESET' });
const lost = () => new Error('gone (injected)');

/** Lets requests be counted and cut off; below the SDK's retries, so that each attempt is one. */
export function tap(): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) =>
        pass(commandName.replace(/Command$/, ''), () => next(args)),
    { step: 'finalizeRequest', priority: 'low', name: 'cuts' },
  );
  guard(({ kind, functionName = '' }, send) => pass(`${kind} ${functionName}`.trim(), send));
}

async function pass<T>(request: string, send: () => Promise<T>): Promise<T> {
  if (dead) throw lost();
  sent.push(request);
  if (!planned || sent.length - 1 !== planned.point) return send();
  const { arrives, manner } = planned;
  planned = undefined;
  // A refusal gets lost as well as any other answer.
  if (arrives) await send().catch(() => {});
  dead = manner === 'dead';
  throw manner === 'once' ? lostAndTriedAgain() : lost();
}

/** What the work sends, request by request. */
export async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  sent = [];
  await work();
  return [...sent];
}

/** Does the work with one of its requests cut off; afterwards everything gets through again. */
export async function withCut<T>(cut: Cut, work: () => Promise<T>): Promise<T> {
  sent = [];
  planned = cut;
  try {
    return await work();
  } finally {
    planned = undefined;
    dead = false;
  }
}

const isRead = (request: string) => /^(Get|Query)/.test(request);

/** Every way to cut off something that sends these requests. To a read it is all one whether it has arrived. */
export const everyCut = (requests: string[]): Cut[] =>
  requests.flatMap((request, point) =>
    (isRead(request) ? [false] : [false, true]).flatMap((arrives) =>
      MANNERS.map((manner) => ({ point, arrives, manner })),
    ),
  );
