import { afterAll, beforeAll } from '@jest/globals';
import { type System, startSystem } from '../../support/system.ts';

/** The one system that all parts ask: it is started once. `npm run fuzz` names one that runs already. */
export let system: System;

const START_MS = 120_000;
const { FUZZ_API: url, FUZZ_DATABASE: dynamodb = '' } = process.env;

beforeAll(async () => {
  const running = { dynamodb, folder: '', env: {}, said: () => '', stop: async () => 0 };
  system = url ? { ...running, url } : await startSystem();
}, START_MS);

afterAll(() => system?.stop());
