import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { Failure } from '../values/failure.ts';
import { dateTime } from '../values/fields.ts';
import { invoked } from './direct.ts';
import { parseAll } from './validate.ts';

/**
 * Goes with any command: the instant after which the caller's work may be in other hands. A caller
 * that was frozen and wakes up later must not do anything any more.
 */
const Envelope = z.looseObject({ avant: z.optional(dateTime) });

/**
 * A Lambda handler without a route, for one service to invoke another's. What goes wrong is thrown:
 * the invocation then fails as a whole, and the caller takes it for "not known whether it was done".
 */
export const command =
  <In extends z.ZodMiniType, Out>(input: In, run: (input: z.output<In>) => Promise<Out>) =>
  (event: unknown, context: Context): Promise<Out> =>
    invoked(context, async () => {
      const { avant, ...value } = z.parse(Envelope, event);
      if (avant !== undefined && Date.now() > Date.parse(avant)) throw new Failure('service_indisponible');
      const [parsed] = parseAll([{ schema: input, value, root: 'commande' }]);
      return run(parsed as z.output<In>);
    });
