import { randomUUID } from 'node:crypto';
import { today } from '../runtime/clock.ts';
import type { Moment } from './record.ts';

/** The moment of a request that begins now. */
export const thisMoment = (): Moment => ({ day: today(), now: new Date().toISOString(), operation: randomUUID() });
