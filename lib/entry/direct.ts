import type { Context } from 'aws-lambda';
import { type Call, during } from '../runtime/invocation.ts';
import { log } from '../runtime/log.ts';
import { Failure } from '../values/failure.ts';

/**
 * What an invocation that has failed tells its caller, Lambda's runtime and whatever prints it: the code of
 * its failure. The error itself, its message and its cause may hold a person's data, and go nowhere.
 */
export const bare = (error: unknown): Failure => new Failure(error instanceof Failure ? error.code : 'erreur_interne');

/**
 * Does the work of an invocation that no gateway stands before, and writes its line. Its
 * status is 503 when something that the work needs gave no answer, which may pass, and otherwise 500.
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
    const isUnavailable = error instanceof Failure && error.code === 'service_indisponible';
    log({ ...line, status: isUnavailable ? 503 : 500, error });
    throw bare(error);
  }
}
