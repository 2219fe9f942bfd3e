import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A function's process that answers call after call: loads the bundle, then makes every call that comes
 * from whoever started it. Asked for its memory, it collects its garbage first. Bundled itself, so that
 * there is nothing in the process but the function.
 */
export type Order = { event: object; context: object } | 'memory';

/** Bytes. */
export interface Memory {
  /** JavaScript's own and what belongs to it outside, after a full collection. */
  heap: number;
  rss: number;
}

const REMAINING_MS = 28_000;

const [file, name] = process.argv.slice(2) as [string, string];
const handler = require(file)[name];

/** What one collection frees may be what another thing was held by. */
const COLLECTIONS = 6;
const PAUSE_MS = 50;

async function memory(): Promise<Memory> {
  for (let n = 0; n < COLLECTIONS; n += 1) {
    global.gc?.();
    await sleep(PAUSE_MS);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}

async function answer(order: Order): Promise<Memory | { statusCode?: number }> {
  if (order === 'memory') return memory();
  return handler(order.event, { ...order.context, getRemainingTimeInMillis: () => REMAINING_MS });
}

process.on('message', async (order: Order) => {
  process.send?.(await answer(order));
});
