import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { during } from '../runtime/invocation.ts';
import { journal } from '../runtime/log.ts';
import { parseAll } from './validate.ts';

/** Goes with any command: the request that caused it, in whose name it is logged. */
const Envelope = z.looseObject({ requete_id: z.optional(z.string()) });

/**
 * A Lambda handler without a route, for one service to invoke another's. What goes wrong is thrown:
 * the invocation then fails as a whole, and the caller takes it for "not known whether it was done".
 */
export const command =
  <In extends z.ZodMiniType, Out>(input: In, run: (input: z.output<In>) => Promise<Out>) =>
  async (event: unknown, context: Context): Promise<Out> => {
    const line = { requestId: context.awsRequestId, route: context.functionName, begun: performance.now() };
    try {
      const { requete_id: _, ...value } = z.parse(Envelope, event);
      const [parsed] = parseAll([{ schema: input, value, root: 'commande' }]);
      const output = await during(line, () => run(parsed as z.output<In>));
      journal({ ...line, status: 200 });
      return output;
    } catch (error) {
      journal({ ...line, status: 500, error });
      throw error;
    }
  };
