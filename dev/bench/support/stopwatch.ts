import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Send = (command: unknown) => Promise<unknown>;

/** Thrown to a caller whose request is kept back. */
class Caught extends Error {}

/** Tells the time that passes while at least one request of a document client is on its way. */
export function stopwatchOf(db: DynamoDBDocumentClient) {
  const send = db.send.bind(db) as Send;
  let waited = 0;
  let requests = 0;
  let open = 0;
  let since = 0;
  let kept: unknown;
  let isTrap = false;

  const watched: Send = async (command) => {
    if (isTrap) {
      kept ??= command;
      throw new Caught();
    }
    requests += 1;
    if (open === 0) since = performance.now();
    open += 1;
    try {
      return await send(command);
    } finally {
      open -= 1;
      if (open === 0) waited += performance.now() - since;
    }
  };
  db.send = watched as typeof db.send;

  return {
    reset: () => {
      waited = 0;
      requests = 0;
    },
    waited: () => waited,
    requests: () => requests,
    /** Does the work up to its first request. @returns sends that request, which was not */
    caught: async (work: () => Promise<unknown>): Promise<() => Promise<unknown>> => {
      kept = undefined;
      isTrap = true;
      // A handler makes an answer of what is thrown to it, a private command throws it on.
      await work().catch((error: unknown) => {
        if (!(error instanceof Caught)) throw error;
      });
      isTrap = false;
      return () => send(kept);
    },
  };
}
