import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { forward, restartClock, stopClock } from '../support/clock.ts';
import { tokenOf } from '../support/tokens.ts';

/** The issuer's keys over the network, as on AWS, and from a URL that holds them itself. */

const { JWT_JWKS_URL } = process.env;
const KEYS = Buffer.from(JWT_JWKS_URL?.split(',')[1] ?? '', 'base64').toString();

let server: Server;
let answer: { status: number; body: string };
let asked: number;
let hangsUp: boolean;

beforeAll(async () => {
  server = createServer((_, response) => {
    asked += 1;
    if (hangsUp) response.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  process.env.JWT_JWKS_URL = JWT_JWKS_URL as string;
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  answer = { status: 200, body: KEYS };
  hangsUp = false;
  asked = 0;
});

/** Access checked by a process that knows no keys yet; the configuration allows https only, this server has none. */
async function newProcess(jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`) {
  jest.resetModules();
  jest.unstable_mockModule('../../lib/runtime/config.ts', () => ({
    config: {
      jwt: {
        issuer: process.env.JWT_ISSUER,
        audience: process.env.JWT_AUDIENCE,
        jwksUrl,
      },
    },
  }));
  const { authorize } = await import('../../lib/entry/http/access.ts');
  return (token: string) => authorize('bibliothecaire', `Bearer ${token}`, {});
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const UNAVAILABLE = { code: 'service_indisponible' };

describe('the subject of a token', () => {
  it.each(['', null, 0, 1, true, false, [], ['a'], {}, { sub: 'a' }])(
    'is a text that is not empty: %j proves nothing, though it is truly signed',
    async (sub) => {
      const authorize = await newProcess();
      for (const claims of [{ sub }, { sub, role: 'adherent', utilisateur_id: 'a' }])
        await expect(authorize(await tokenOf(claims))).rejects.toMatchObject({ code: 'non_authentifie' });
    },
  );
});

describe("the issuer's keys", () => {
  it('are fetched once for all the calls of a process', async () => {
    const authorize = await newProcess();
    for (let time = 0; time < 3; time += 1)
      expect(await authorize(await tokenOf())).toMatchObject({ role: 'bibliothecaire' });
    expect(asked).toBe(1);
  });

  it.each([
    ['in base64', `data:application/json;base64,${Buffer.from(KEYS).toString('base64')}`],
    ['as text', `data:application/json,${encodeURIComponent(KEYS)}`],
  ])('may be in the URL itself, %s', async (_, url) => {
    expect(await (await newProcess(url))(await tokenOf())).toMatchObject({ role: 'bibliothecaire' });
  });

  it('prove nothing in a way that is not on the list, though the key itself would allow it', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS512');
    const { alg: _, ...key } = await exportJWK(publicKey);
    const authorize = await newProcess(`data:application/json,${encodeURIComponent(JSON.stringify({ keys: [key] }))}`);
    const token = new SignJWT(decodeJwt(await tokenOf())).setProtectedHeader({ alg: 'RS512' }).sign(privateKey);
    await expect(authorize(await token)).rejects.toMatchObject({ code: 'non_authentifie' });
  });

  it.each(['data:', 'data:application/json,oops', 'data:application/json,{}'])('are none in %s: 503', async (url) => {
    await expect((await newProcess(url))(await tokenOf())).rejects.toMatchObject(UNAVAILABLE);
  });

  it.each([
    ['out of order', { status: 500, body: 'oops' }],
    ['not found', { status: 404, body: '{}' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no keys', { status: 200, body: '{"nothing":1}' }],
  ])('when they are %s, it is a 503 and not the fault of the caller, until they are back', async (_, wrong) => {
    const authorize = await newProcess();
    answer = wrong;
    await expect(authorize(await tokenOf())).rejects.toMatchObject(UNAVAILABLE);
    answer = { status: 200, body: KEYS };
    expect(await authorize(await tokenOf())).toMatchObject({ role: 'bibliothecaire' });
  });

  it('when nobody answers, it is a 503, until they do', async () => {
    const authorize = await newProcess();
    hangsUp = true;
    await expect(authorize(await tokenOf())).rejects.toMatchObject(UNAVAILABLE);
    hangsUp = false;
    expect(await authorize(await tokenOf())).toMatchObject({ role: 'bibliothecaire' });
  });

  it('when they are others, the token proves nothing', async () => {
    const authorize = await newProcess();
    answer = { status: 200, body: '{"keys":[]}' };
    await expect(authorize(await tokenOf())).rejects.toMatchObject({ code: 'non_authentifie' });
  });

  it('need not prove the same token again for ten minutes, nor any longer than it lasts', async () => {
    stopClock();
    const authorize = await newProcess();
    const [short, long] = [await tokenOf({ exp: inSeconds(60) }), await tokenOf({ exp: inSeconds(3_600) })];
    for (const token of [short, long]) expect(await authorize(token)).toMatchObject({ role: 'bibliothecaire' });
    answer = { status: 200, body: '{"keys":[]}' };
    forward({ ms: 59_000 });
    for (const token of [short, long]) expect(await authorize(token)).toMatchObject({ role: 'bibliothecaire' });
    forward({ ms: 1_000 });
    await expect(authorize(short)).rejects.toMatchObject({ code: 'non_authentifie' });
    forward({ ms: 539_000 });
    expect(await authorize(long)).toMatchObject({ role: 'bibliothecaire' });
    forward({ ms: 1_000 });
    await expect(authorize(long)).rejects.toMatchObject({ code: 'non_authentifie' });
    restartClock();
  });

  it('prove nothing ten minutes after they were withdrawn, whenever the token was first shown', async () => {
    stopClock();
    const authorize = await newProcess();
    const [early, late] = [await tokenOf({ exp: inSeconds(3_600) }), await tokenOf({ exp: inSeconds(3_601) })];
    await authorize(early);
    answer = { status: 200, body: '{"keys":[]}' };
    forward({ ms: 590_000 });
    expect(await authorize(late)).toMatchObject({ role: 'bibliothecaire' });
    forward({ ms: 10_000 });
    for (const token of [early, late])
      await expect(authorize(token)).rejects.toMatchObject({ code: 'non_authentifie' });
    restartClock();
  });

  it('prove any number of tokens', async () => {
    const authorize = await newProcess();
    const tokens = await Promise.all(Array.from({ length: 1_100 }, (_, n) => tokenOf({ sub: `personne-${n}` })));
    for (const [n, token] of tokens.entries()) expect(await authorize(token)).toMatchObject({ sub: `personne-${n}` });
    expect(await authorize(tokens[0] as string)).toMatchObject({ sub: 'personne-0' });
  });

  it('are not asked for what is no token', async () => {
    const authorize = await newProcess();
    await expect(authorize('garbage')).rejects.toMatchObject({ code: 'non_authentifie' });
    expect(asked).toBe(0);
  });
});
