import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { handler as create } from '../../../functions/users/create.ts';
import { handler as get } from '../../../functions/users/get.ts';
import { handler as update } from '../../../functions/users/update.ts';
import { type Answer, call, librarian, newUser, someone } from '../../support/api.ts';
import { fail, fallAsleep, hung, mend } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { expectProblem } from '../../support/problems.ts';
import { requestsOf } from '../../support/wire.ts';

/** What API Gateway may send that the other tests' client does not. */

const event = (over: object = {}) => ({
  version: '2.0',
  routeKey: 'POST /utilisateurs',
  rawPath: '/utilisateurs',
  rawQueryString: '',
  headers: { authorization: `Bearer ${librarian}`, 'content-type': 'application/json' },
  requestContext: { requestId: randomUUID(), http: { method: 'POST', path: '/utilisateurs' } },
  isBase64Encoded: false,
  ...over,
});

async function invoke(
  handler: typeof create,
  sent: object,
  { remainingMs = 10_000, awsRequestId = randomUUID() as string } = {},
): Promise<Answer> {
  const context = { awsRequestId, getRemainingTimeInMillis: () => remainingMs } as Context;
  const result = (await handler(sent as never, context)) as APIGatewayProxyStructuredResultV2;
  return {
    status: result.statusCode as number,
    headers: result.headers as Record<string, string>,
    body: result.body === undefined ? undefined : JSON.parse(result.body),
  };
}

afterEach(async () => {
  mend();
  expect(await violations({ only: 'users' })).toEqual([]);
});

describe('a body', () => {
  it('is the same in base64', async () => {
    const body = someone({ nom: 'Œuvre' });
    const encoded = Buffer.from(JSON.stringify(body)).toString('base64');
    const answer = await invoke(create, event({ body: encoded, isBase64Encoded: true }));
    expect([answer.status, answer.body.nom]).toEqual([201, 'Œuvre']);
  });

  it.each([undefined, '', 'json', 'application', '*/*'])('of type %j is refused', async (type) => {
    const headers = { authorization: `Bearer ${librarian}`, ...(type !== undefined && { 'content-type': type }) };
    const body = JSON.stringify(someone());
    expectProblem(await invoke(create, event({ headers, body })), 415, 'type_de_contenu_refuse');
  });

  it.each(['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'APPLICATION/JSON'])(
    'may be of type %s',
    async (type) => {
      const headers = { authorization: `Bearer ${librarian}`, 'content-type': type };
      const answer = await invoke(create, event({ headers, body: JSON.stringify(someone()) }));
      expect(answer.status).toBe(201);
    },
  );

  it.each(['{', `"${'x'.repeat(70_000)}"`])(
    'that cannot be read is told with all other faults (%.1s)',
    async (body) => {
      const headers = { ...event().headers, 'idempotency-key': 'à' };
      const answer = await invoke(create, event({ headers, body, queryStringParameters: { autre: '1' } }));
      expectProblem(answer, 400, 'requete_invalide');
      const places = answer.body.erreurs.map(({ chemin }: { chemin: string }) => chemin);
      expect(places.sort()).toEqual(['Idempotency-Key', 'autre', 'corps']);
    },
  );

  it('that is missing is a fault of its own', async () => {
    const answer = await invoke(create, event());
    expectProblem(answer, 400, 'requete_invalide');
    expect(answer.body.erreurs).toEqual([{ chemin: 'corps', message: expect.any(String) }]);
  });
});

describe('a function about to be cut off', () => {
  it('says so in time, whatever DynamoDB does', async () => {
    const { id } = await newUser();
    fail({ how: hung });
    const path = `/utilisateurs/${id}`;
    const answer = await invoke(
      get as typeof create,
      event({
        routeKey: 'GET /utilisateurs/{id}',
        rawPath: path,
        pathParameters: { id },
        requestContext: { requestId: randomUUID(), http: { method: 'GET', path } },
      }),
      { remainingMs: 600 },
    );
    expectProblem(answer, 503, 'service_indisponible');
    expect(answer.headers['retry-after']).toMatch(/./);
  });

  it('writes nothing once it has, when it wakes up with what it had read', async () => {
    const user = await newUser();
    const wakeUp = fallAsleep('GetItem');
    const path = `/utilisateurs/${user.id}`;
    const change = event({
      routeKey: 'PATCH /utilisateurs/{id}',
      rawPath: path,
      pathParameters: { id: user.id },
      body: JSON.stringify({ nom: 'Trop-Tard' }),
      requestContext: { requestId: randomUUID(), http: { method: 'PATCH', path } },
    });
    expectProblem(await invoke(update as typeof create, change, { remainingMs: 600 }), 503, 'service_indisponible');
    const requests = await requestsOf(() => {
      wakeUp();
      return sleep(100);
    });
    expect(requests).toEqual([]);
    expect((await call('GET', path)).body).toEqual(user);
  });
});

describe('what is absent', () => {
  it('may be null, as emulators say it', async () => {
    const absent = { pathParameters: null, queryStringParameters: null };
    expect((await invoke(create, event({ ...absent, body: JSON.stringify(someone()) }))).status).toBe(201);
    expectProblem(await invoke(create, event({ ...absent, body: null })), 400, 'requete_invalide');
  });
});

describe('the request id', () => {
  it("is the invocation's own, by which its log is found", async () => {
    const awsRequestId = randomUUID();
    const made = await invoke(create, event({ body: JSON.stringify(someone()) }), { awsRequestId });
    expect(made.headers['x-request-id']).toBe(awsRequestId);
    const refused = await invoke(create, event({ body: '{' }), { awsRequestId });
    expect([refused.headers['x-request-id'], refused.body.requete_id]).toEqual([awsRequestId, awsRequestId]);
  });
});
