import { randomUUID } from 'node:crypto';
import { today } from '../runtime/clock.ts';
import type { Moment } from './record.ts';

/** The moment of a request that begins now. */
export const thisMoment = (): Moment => ({ day: today(), now: new Date().toISOString(), operation: randomUUID() });

/** A call of the loans service is over by then: its function ends after 28 seconds. */
export const CALL_OVER_MS = 30_000;
