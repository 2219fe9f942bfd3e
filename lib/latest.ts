import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.ts';

/** Somebody else changed what was read before it could be written: decide again on what stands now. */
export class ChangedMeanwhile extends Error {}

const ATTEMPTS = 20;
const DELAY_MS = 50;

/**
 * Reads, decides and writes until nobody came in between. Callers that keep colliding spread out.
 * @throws Failure `service_indisponible` when others kept winning
 */
export async function onLatest<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      if (attempt === ATTEMPTS) throw new Failure('service_indisponible', { cause: error });
      await sleep(Math.random() * DELAY_MS);
    }
  }
}
