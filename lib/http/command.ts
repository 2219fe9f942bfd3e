import type { Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import { journal } from '../journal.ts';
import { parseAll } from './input.ts';

/**
 * A Lambda handler without a route, for one service to invoke another's. What goes wrong is thrown:
 * the invocation then fails as a whole, and the caller takes it for "not known whether it was done".
 */
export const command =
  <In extends z.ZodMiniType, Out>(input: In, run: (input: z.output<In>) => Promise<Out>) =>
  async (event: unknown, context: Context): Promise<Out> => {
    const line = { requestId: context.awsRequestId, route: context.functionName, begun: performance.now() };
    try {
      const [parsed] = parseAll([{ schema: input, value: event, root: 'commande' }]);
      const output = await run(parsed as z.output<In>);
      journal({ ...line, status: 200 });
      return output;
    } catch (error) {
      journal({ ...line, status: 500, error });
      throw error;
    }
  };
