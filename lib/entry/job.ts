import type { Context } from 'aws-lambda';
import { during } from '../runtime/invocation.ts';
import { journal } from '../runtime/log.ts';

/** Time kept to finish what is in hand, in milliseconds. */
const TIME_TO_FINISH = 10_000;

/**
 * A Lambda handler for scheduled work. `run` is given the instant, in milliseconds, at which to stop;
 * what it throws makes the invocation fail, which its schedule repeats and then puts aside.
 */
export const job =
  <Report extends object>(run: (until: number) => Promise<Report>) =>
  async (_event: unknown, context: Context): Promise<Report> => {
    const line = { requestId: context.awsRequestId, route: context.functionName, begun: performance.now() };
    try {
      const report = await during(line, () => run(Date.now() + context.getRemainingTimeInMillis() - TIME_TO_FINISH));
      journal({ ...line, status: 200, ...report });
      return report;
    } catch (error) {
      journal({ ...line, status: 500, error });
      throw error;
    }
  };
