import { expect, it } from '@jest/globals';
import { everyTest } from '../support/every-test.ts';
import { keyed } from '../support/loans.ts';
import { readTables } from '../support/read.ts';
import { requestsOf } from '../support/wire.ts';
import { REFUSALS } from './scenes.ts';

/** A refusal writes nothing, in no table of any service, whatever refuses and with or without a key. */

everyTest();

/** DynamoDB itself decides these, in the transaction that it refuses: it is sent, and writes nothing. */
const DECIDED_BY_DYNAMODB = [
  'an e-mail in use',
  'a card in use',
  'a child of nobody',
  'an ISBN in use',
  'a change to a barcode in use',
  'a new book with a barcode in use',
  'a barcode that another title made and bears',
  'a penalty for nobody',
];
const isWrite = (request: string): boolean => /^(Put|Update|Delete|TransactWrite|BatchWrite)/.test(request);

it.each(Object.entries(REFUSALS))('%s writes nothing', async (name, { status, refusal, prepare }) => {
  const act = await prepare();
  const before = await readTables();
  for (const options of [{}, keyed()]) {
    const requests = await requestsOf(async () => {
      const { status: answered, body } = await act(options);
      expect([answered, ...(body.motifs ?? [body.code])]).toEqual([status, refusal]);
    });
    if (!DECIDED_BY_DYNAMODB.includes(name)) expect(requests.filter(isWrite)).toEqual([]);
    expect(await readTables()).toEqual(before);
  }
});
