import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../values/failure.ts';

/** An item has another version than the one that was read: the decision must be taken again. */
export class Moved extends Failure {
  constructor() {
    super('service_indisponible');
  }
}

const ATTEMPTS = 30;
const DELAY_MS = 40;
const MAX_DELAY_MS = 400;

/** Waits for a random time that grows with the attempts, so that callers who collide spread out. */
export const pause = (attempt: number, longest = MAX_DELAY_MS): Promise<void> =>
  sleep(Math.random() * Math.min(DELAY_MS * attempt, longest));

/**
 * Reads, decides and writes, again and again until no other write came in between. A caller that meets another write
 * each time gives up after some six seconds.
 * @param work throws `Moved` when what it read is no longer what stands
 * @throws Moved
 * @example const penalty = await retryOnConflict(async () => { …read, decide, write… });
 */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Moved) || attempt === ATTEMPTS) throw error;
      await pause(attempt);
    }
  }
}
