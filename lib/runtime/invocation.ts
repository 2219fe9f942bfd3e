import { AsyncLocalStorage } from 'node:async_hooks';
import { Failure } from '../values/failure.ts';

/** The call that code works for, known to whatever it does, however deep, without being handed on. */
export interface Call {
  /** The id in every line of the log that the request causes, and in its answer. */
  requestId: string;
  /** The name of the function, where no gateway stands before it. */
  route?: string;
  /** Whether it sends its commands to other services one after the other, so that it takes two functions' places at most. */
  sendsInTurn?: boolean;
  /** Aborted once the caller was answered for want of time, with the work still going on. */
  signal?: AbortSignal;
}

const invocation = new AsyncLocalStorage<Call>();

export const during = <T>(call: Call, work: () => Promise<T>): Promise<T> => invocation.run(call, work);

/** The call in hand; its `requestId` goes with every command to another service, as `requete_id`. */
export const present = (): Call | undefined => invocation.getStore();

/**
 * To be asked before anything leaves the process. A function that answered in the middle of its work is
 * put to sleep by Lambda and goes on where it was when it is next called, perhaps minutes later: its
 * caller was told 503 by then, and may have asked again.
 * @throws Failure `service_indisponible` when the caller has been answered
 */
export function requireInvocation(): void {
  if (invocation.getStore()?.signal?.aborted) throw new Failure('service_indisponible');
}
