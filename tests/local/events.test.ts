import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { seed } from '../../seed/seed.ts';
import { services } from '../support/services.ts';

const users = Object.entries(services[0]?.functions ?? {});
const folder = new URL('../events/users/', import.meta.url);
const context = { awsRequestId: 'an-id', functionName: 'a-function', getRemainingTimeInMillis: () => 10_000 };

beforeAll(() => seed());

test('every function of the users service has its event, and no event is left over', () => {
  const events = readdirSync(folder).filter((file) => file !== 'seeded.js');
  expect(events.map((file) => `users-${basename(file, '.js')}`).sort()).toEqual(users.map(([name]) => name).sort());
});

test.each(users)('%s does what its event asks', async (name, { handler: path, events = [] }) => {
  const { 'module.exports': event } = await import(new URL(`${name.replace('users-', '')}.js`, folder).href);
  expect(event.routeKey).toBe(events[0]?.httpApi);

  const { handler } = await import(new URL(`../../${path.replace('.handler', '.ts')}`, import.meta.url).href);
  const { statusCode, resultat } = await handler(event, context);
  if (event.routeKey) expect(Math.floor(statusCode / 100)).toBe(2);
  else expect(resultat ?? 'ouvert').toBe('ouvert');
});
