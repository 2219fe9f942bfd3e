import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../values/failure.ts';

/** Somebody else changed what was read before it could be written: decide again on what stands now. */
export class ChangedMeanwhile extends Failure {
  constructor() {
    super('service_indisponible');
  }
}

const ATTEMPTS = 20;
const DELAY_MS = 40;
const MAX_DELAY_MS = 400;

/**
 * Reads, decides and writes until nobody came in between. Callers that keep colliding spread out;
 * one that others always beat gives up after some three seconds.
 * @throws ChangedMeanwhile
 */
export async function onLatest<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt === ATTEMPTS) throw error;
      await sleep(Math.random() * Math.min(DELAY_MS * attempt, MAX_DELAY_MS));
    }
  }
}
