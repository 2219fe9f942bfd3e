import type { Context } from 'aws-lambda';
import { invoked } from './direct.ts';

/** Time kept to finish what has been begun, in milliseconds. */
const TIME_TO_FINISH = 10_000;

/**
 * A Lambda handler for scheduled work. It sends one command at a time: a new account may run ten functions at once, and
 * the desk needs them. `run` is given the instant, in milliseconds, at which to stop;
 * what it throws makes the invocation fail, which its schedule repeats and then puts aside.
 */
export const job =
  <Report extends { [Figure in keyof Report]: number }>(run: (until: number) => Promise<Report>) =>
  (_event: unknown, context: Context): Promise<Report> =>
    invoked(
      context,
      (call) => {
        call.sendsInTurn = true;
        return run(Date.now() + context.getRemainingTimeInMillis() - TIME_TO_FINISH);
      },
      (report) => report,
    );
