import { expect, it } from '@jest/globals';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { handler as create } from '../../../functions/users/create.ts';
import { type Answer, librarian, someone } from '../../support/api.ts';
import { arrive } from '../../support/gateway.ts';
import { expectFaults } from '../../support/problems.ts';

/** What API Gateway may send that the client of the other tests does not. */

/** @param more of the event, over what the gateway of the tests makes */
async function send(body: string | undefined, more: object = {}, type = 'application/json') {
  const headers = { authorization: `Bearer ${librarian}`, 'content-type': type };
  const { event, context } = arrive('POST', '/utilisateurs', headers, body);
  const sent = { ...event, ...more } as never;
  const result = (await create(sent, context as unknown as Context)) as APIGatewayProxyStructuredResultV2;
  const answer = { status: result.statusCode, headers: result.headers, body: JSON.parse(result.body as string) };
  return { ...(answer as Answer), requestId: context.awsRequestId };
}

const newPerson = () => JSON.stringify(someone({ nom: 'Œuvre' }));

it('a body is the same in base64', async () => {
  const encoded = Buffer.from(newPerson()).toString('base64');
  const { status, body } = await send(encoded, { isBase64Encoded: true });
  expect([status, body.nom]).toEqual([201, 'Œuvre']);
});

it.each([
  [256 * 1024, ['nom', 'prenom', 'texte']],
  [256 * 1024 + 1, ['corps']],
])('a body in base64 is measured by the %i bytes that it encodes', async (bytes, faults) => {
  const body = JSON.stringify({ texte: 'x'.repeat(bytes - '{"texte":""}'.length) });
  expectFaults(await send(Buffer.from(body).toString('base64'), { isBase64Encoded: true }), ...faults);
});

it.each([
  ['application/json; charset=utf-8', 201],
  ['application/json;charset=UTF-8', 201],
  ['APPLICATION/JSON', 201],
  ['', 415],
  ['json', 415],
  ['application', 415],
  ['*/*', 415],
])('a body of the type "%s" is answered %d', async (type, status) => {
  expect((await send(newPerson(), {}, type)).status).toBe(status);
});

it.each(['{', `"${'x'.repeat(70_000)}"`])(
  'a body that cannot be read is reported with all other faults (%#)',
  async (body) => {
    const headers = {
      authorization: `Bearer ${librarian}`,
      'content-type': 'application/json',
      'idempotency-key': 'à',
    };
    const answer = await send(body, { headers, queryStringParameters: { autre: '1' } });
    expectFaults(answer, 'Idempotency-Key', 'autre', 'corps');
  },
);

it('what is absent may be null, as emulators say it, and a missing body is a fault', async () => {
  const absent = { pathParameters: null, queryStringParameters: null };
  expect((await send(newPerson(), absent)).status).toBe(201);
  for (const body of [null, undefined]) expectFaults(await send(undefined, { ...absent, body }), 'corps');
});

it("the request id is the invocation's own, by which its log is found", async () => {
  const made = await send(newPerson(), { requestContext: { requestId: 'another', http: { method: 'POST' } } });
  expect(made.headers['x-request-id']).toBe(made.requestId);
  const refused = await send('{');
  expect([refused.headers['x-request-id'], refused.body.requete_id]).toEqual([refused.requestId, refused.requestId]);
});
