import { expect } from '@jest/globals';
import type { Answer } from './api.ts';
import { wroteFor } from './gateway.ts';

const MEMBERS = ['type', 'title', 'status', 'detail', 'instance', 'code', 'requete_id'];

/** What must never leave: stacks, tables, the SDK's words. */
const INSIDES =
  /\bat .+:\d+|dynamo|aws|amazon|smithy|sdk|\btable\b|condition(al)?check|exception|node_modules|undefined/i;

/** An answer that refuses as RFC 9457 and the contract say, and for which nothing was written in any service. */
export function expectProblem(answer: Answer, status: number, code: string, more: object = {}): void {
  expect({ status: answer.status, code: answer.body?.code }).toEqual({ status, code });
  if (status < 500) expect(wroteFor(answer)).toEqual([]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ type: `urn:bibliotheque:probleme:${code}`, status, ...more });
  for (const member of MEMBERS.filter((name) => name !== 'status')) expect(answer.body[member]).toMatch(/./);
  expect(Object.keys(answer.body).filter((name) => ![...MEMBERS, 'erreurs', 'motifs'].includes(name))).toEqual([]);
  expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body.requete_id).toBe(answer.headers['x-request-id']);
  expect(`${answer.body.title} ${answer.body.detail}`).not.toMatch(INSIDES);
}

/** A 400 that names these places, all of them and no other. */
export function expectFaults(answer: Answer, ...places: string[]): void {
  expectProblem(answer, 400, 'requete_invalide');
  const named: string[] = answer.body.erreurs.map(({ chemin }: { chemin: string }) => chemin);
  expect([...new Set(named)].sort()).toEqual([...places].sort());
  // What is wrong is said, and not only that it is.
  for (const { message } of answer.body.erreurs) expect(message).toMatch(/^(?!est invalide|est du mauvais type)./);
}
