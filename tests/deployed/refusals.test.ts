import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from '@jest/globals';
import { AwsV4Signer } from 'aws4fetch';
import { call, someone } from '../support/api.ts';
import { readTables } from '../support/read.ts';
import { ownStandIn } from './own.ts';
import type { Instance } from './stand-in/lambda.ts';
import type { StandIn } from './stand-in/stand-in.ts';
import { REGION } from './stand-in/template.ts';

/** That the stand-in refuses what AWS refuses: without that, the rest would prove nothing. */

let standIn: StandIn;

afterEach(() => standIn.close());

it.each([
  ['one of its transaction', 'dynamodb:PutItem'],
  ['the read before it', 'dynamodb:GetItem'],
])('a function without the right to %s is denied, and nothing is written', async (_, right) => {
  standIn = await ownStandIn({
    rights: (statements) =>
      statements.map((one) => ({ ...one, Action: [one.Action].flat().filter((action) => action !== right) })),
  });
  const headers = { 'idempotency-key': 'a' };
  expect((await call('POST', '/utilisateurs', { body: someone(), headers })).status).toBe(500);
  expect(standIn.lines.join('\n')).toContain('AccessDeniedException');
  expect((await readTables()).users).toEqual([]);
});

/** What the front says to a request for a table that is signed so. */
async function said({ accessKeyId, secretAccessKey, sessionToken }: Instance['credentials'], datetime?: string) {
  const url = `https://dynamodb.${REGION}.amazonaws.com/`;
  const body = '{"TableName":"bibliotheque-essai-livres","Key":{"pk":{"S":"a"},"sk":{"S":"b"}}}';
  const keys = { accessKeyId, secretAccessKey, sessionToken, ...(datetime && { datetime }) };
  const signed = await new AwsV4Signer({
    url,
    method: 'POST',
    body,
    service: 'dynamodb',
    region: REGION,
    ...keys,
  }).sign();
  const { port } = standIn.front.server.address() as { port: number };
  const headers = {
    ...Object.fromEntries(signed.headers),
    host: new URL(url).host,
    'x-amz-target': 'DynamoDB_20120810.GetItem',
  };
  return new Promise<string>((resolve, reject) => {
    request({ port, method: 'POST', headers, rejectUnauthorized: false }, (answer) => resolve(text(answer)))
      .on('error', reject)
      .end(body);
  });
}

it('a request is refused that nobody has signed who has a role, or that was signed otherwise or long ago', async () => {
  // What it is denied here is no fault of the template's.
  standIn = await ownStandIn({ rights: (statements) => statements });
  const frozen = new Promise<Instance>((resolve) => {
    standIn.lambda.onFreeze = resolve;
  });
  await call('GET', '/livres');
  const { credentials } = await frozen;
  // `books-search` reads books one by one in batches alone.
  expect(await said(credentials)).toContain('not authorized to perform: dynamodb:GetItem');
  expect(await said({ ...credentials, secretAccessKey: 'another' })).toContain('InvalidSignatureException');
  expect(await said(credentials, '20200101T000000Z')).toContain('InvalidSignatureException');
  expect(await said({ ...credentials, sessionToken: 'another' })).toContain('UnrecognizedClientException');
});
