import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { violations } from '../../support/invariants.ts';
import { Library } from './model.ts';
import { accountCommands } from './model-accounts.ts';
import { lookAtAll } from './model-checks.ts';
import { penaltyCommands } from './model-penalties.ts';

/** `MODEL_RUNS=1000 npm test -- model` searches longer; a failure prints the seed that shows it again. */
const numRuns = Number(process.env.MODEL_RUNS ?? 40);

const commands = [...accountCommands, ...penaltyCommands];

it('any sequence of operations comes to what the model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 30, size: 'max' }), async (sequence) => {
      const library = new Library();
      await fc.asyncModelRun(() => ({ model: library, real: undefined }), sequence);
      await lookAtAll(library);
      expect(await violations({ only: 'users' })).toEqual([]);
    }),
    { numRuns },
  );
}, 600_000);
