import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { call } from '../support/api.ts';
import { expectProblem } from '../support/problems.ts';
import { routes } from '../support/services.ts';

const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`n${n}`, '1']));

it.each(routes.map(({ key }) => key))('%s answers 3,000 unknown names with less than it was sent', async (key) => {
  const [method = '', template = ''] = key.split(' ');
  const query = new URLSearchParams(many).toString();
  const body = ['POST', 'PATCH'].includes(method) ? many : undefined;
  const answer = await call(method, `${template.replaceAll(/\{\w+\}/g, () => randomUUID())}?${query}`, { body });
  expectProblem(answer, 400, 'requete_invalide');
  expect(JSON.stringify(answer.body).length).toBeLessThan(query.length);
  const messages: string[] = answer.body.erreurs.map(({ message }: { message: string }) => message);
  expect(messages.filter((message) => message === 'contient encore 2980 champs inconnus').length).toBe(body ? 2 : 1);
});
