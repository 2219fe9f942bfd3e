import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { guard, type Outgoing } from './outgoing.ts';

let names = 0;

/**
 * Does something of its own when the client is about to send its next request of a kind, and only
 * then lets it go: two callers meet at a chosen point, every time and not by luck.
 * @param command `GetItem`, `TransactWriteItems`…
 * @param after how many such requests to let through first
 */
export function meanwhile(client: DynamoDBClient, command: string, work: () => Promise<unknown>, after = 0): void {
  names += 1;
  const name = `meanwhile${names}`;
  let toPass = after;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (commandName !== `${command}Command`) return next(args);
        if (toPass > 0) toPass -= 1;
        // Taken away first: what is done meanwhile may send requests of the same kind.
        else if (client.middlewareStack.remove(name)) await work();
        return next(args);
      },
    { step: 'build', name },
  );
}

/** The same, when a command or a mail is about to go out. */
export function meanwhileGoingOut(kind: Outgoing['kind'], work: () => Promise<unknown>): void {
  const release = guard(async (outgoing, send) => {
    if (outgoing.kind === kind) {
      release();
      await work();
    }
    return send();
  });
}
