import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { invoked } from './direct.ts';
import { parseAll } from './validate.ts';

/** What goes with any command: the id of the request that causes it, by which all its lines are found. */
const Envelope = z.looseObject({ requete_id: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/))) });

/**
 * A Lambda handler without a route, for one service to invoke another's. What goes wrong is thrown:
 * the invocation then fails as a whole, and the caller takes it for "not known whether it was done". A command
 * refuses nothing, and answers exactly the shape that it declares.
 * @param input a shape that leaves the fields that it does not have: the caller may be of another version
 */
export const command =
  <In extends z.ZodMiniType, Out extends z.ZodMiniType>(
    input: In,
    output: Out,
    run: (input: z.output<In>) => Promise<z.output<Out>>,
  ) =>
  (event: unknown, context: Context): Promise<z.output<Out>> =>
    invoked(context, async (call) => {
      const { requete_id, ...value } = z.parse(Envelope, event);
      if (requete_id !== undefined) call.requestId = requete_id;
      const [parsed] = parseAll([{ schema: input, value, root: 'commande' }]);
      return z.parse(output, await run(parsed as z.output<In>));
    });
