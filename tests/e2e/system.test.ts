import { expect, test } from '@jest/globals';
import { answers } from '../../dev/local/checks.ts';
import { librarian } from '../support/api.ts';
import { expectCleanStop } from '../support/load.ts';
import './parts/beside.ts';
import './parts/page.ts';
import './parts/postman.ts';
import './parts/import.ts';
import './parts/smoke.ts';
import './parts/audit.ts';
import './parts/fuzz.ts';
import './parts/sources.ts';
import { system } from './parts/system.ts';

/** What is asked of one whole system, in this order: the last is its end. */

test('ended in the middle of its work, it answers the calls in hand and leaves none of its ports open', async () => {
  let code: number | null | undefined;
  await expectCleanStop(system.url, `Bearer ${librarian}`, async () => {
    code = await system.stop();
  });
  expect(code).toBe(0);
  const ports = ['PORT', 'LAMBDA_PORT', 'DYNAMODB_PORT', 'MAIL_PORT'].map((name) => Number(system.env[name]));
  expect(await Promise.all(ports.map((port) => answers('127.0.0.1', port)))).toEqual([false, false, false, false]);
});
