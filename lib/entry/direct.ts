import type { Context } from 'aws-lambda';
import { type Call, during } from '../runtime/invocation.ts';
import { log } from '../runtime/log.ts';
import { Failure } from '../values/failure.ts';

/**
 * What an invocation that has failed tells its caller, Lambda's runtime and whatever prints it: the code of
 * its failure. The error itself, its message and its cause may hold somebody's data, and go nowhere.
 */
export const bare = (error: unknown): Failure => new Failure(error instanceof Failure ? error.code : 'erreur_interne');

/**
 * Does the work of an invocation that no gateway stands before, and writes its line.
 * @param work may give its call the id of the request that it turns out to belong to
 * @param factsOf the figures of its outcome that belong into the line
 * @throws Failure with its code, and nothing else
 */
export async function invoked<T>(
  { awsRequestId: requestId, functionName: route }: Context,
  work: (call: Call) => Promise<T>,
  factsOf: (outcome: T) => object = () => ({}),
): Promise<T> {
  const line = { requestId, route, begun: performance.now() };
  try {
    const outcome = await during(line, () => work(line));
    log({ ...line, status: 200, ...factsOf(outcome) });
    return outcome;
  } catch (error) {
    log({ ...line, status: 500, error });
    throw bare(error);
  }
}
