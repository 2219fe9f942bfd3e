import { expect, it } from '@jest/globals';
import { everyTest } from '../support/every-test.ts';
import { keyed } from '../support/loans.ts';
import { readTables } from '../support/read.ts';
import { requestsOf } from '../support/wire.ts';
import { REFUSALS } from './scenes.ts';

/**
 * A refusal writes nothing, in no table of any service, with or without a key. Of those that tests of the API meet,
 * `expectProblem` says so.
 */

everyTest();

const isWrite = (request: string): boolean => /^(Put|Update|Delete|TransactWrite|BatchWrite)/.test(request);

it.each(Object.entries(REFUSALS))('%s writes nothing', async (name, { status, refusal, prepare }) => {
  const act = await prepare();
  const before = await readTables();
  for (const options of [{}, keyed()]) {
    const requests = await requestsOf(async () => {
      const { status: answered, body } = await act(options);
      expect([answered, ...(body.motifs ?? [body.code])]).toEqual([status, refusal]);
    });
    // DynamoDB itself decides this one, in the transaction that it refuses.
    if (!name.endsWith('a barcode in use')) expect(requests.filter(isWrite)).toEqual([]);
    expect(await readTables()).toEqual(before);
  }
});
