import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { parsePolicy } from '../../dev/politique/read.ts';

/** The library under another policy: functions that are called from now on are new processes that have it. */

const SHIPPED = readFileSync(new URL('../../politique.yml', import.meta.url), 'utf8');

/** @param changes what is written in politique.yml in place of what, the first time it stands there */
export function changePolicy(changes: Record<string, string> = {}): void {
  const text = Object.entries(changes).reduce((before, [old, next]) => {
    if (!before.includes(old)) throw new Error(`politique.yml does not say ${old}`);
    return before.replace(old, next);
  }, SHIPPED);
  const { policy, faults } = parsePolicy(text);
  if (!policy) throw new Error(JSON.stringify(faults));
  process.env.POLITIQUE_COMPILEE = JSON.stringify(policy);
  jest.resetModules();
}
