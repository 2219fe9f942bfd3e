import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';

const CALLERS = 20;

/** Has twenty people create accounts, each until refused. Every call in hand at the stop must be answered. */
export async function expectCleanStop(url: string, authorization: string, stop: () => unknown): Promise<void> {
  const headers = { authorization, 'content-type': 'application/json' };
  const create = async () => {
    const body = JSON.stringify({ nom: 'Curie', prenom: 'Marie', email: `${randomUUID()}@example.org` });
    const response = await fetch(`${url}/utilisateurs`, { method: 'POST', headers, body });
    return (await response.text()) ? response.status : 'refused';
  };
  let created = 0;
  let stopped: unknown;
  const caller = async () => {
    for (;;) {
      const outcome = await create().catch(({ cause }) => (cause.code === 'ECONNREFUSED' ? 'refused' : cause.code));
      if (outcome !== 201) return outcome;
      created += 1;
      if (created > 5 * CALLERS) stopped ??= stop();
    }
  };
  const last = await Promise.all(Array.from({ length: CALLERS }, caller));
  expect(last).toEqual(Array(CALLERS).fill('refused'));
  await stopped;
}
