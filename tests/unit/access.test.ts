import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
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
/** The server waits for this before it answers. */
let held: Promise<void> | undefined;

beforeAll(async () => {
  server = createServer(async (_, response) => {
    asked += 1;
    await held;
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
  held = undefined;
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

  it('are not asked for what is no token', async () => {
    const authorize = await newProcess();
    await expect(authorize('garbage')).rejects.toMatchObject({ code: 'non_authentifie' });
    expect(asked).toBe(0);
  });
});

describe('keys that were fetched', () => {
  const MINUTE = 60_000;
  const NONE = { status: 200, body: '{"keys":[]}' };

  beforeEach(stopClock);
  afterEach(restartClock);

  /** A process that has the keys already, and a token that outlasts the test. */
  async function ready() {
    const authorize = await newProcess();
    const token = await tokenOf({ exp: inSeconds(86_400) });
    await authorize(token);
    asked = 0;
    return { authorize: () => authorize(token), other: authorize };
  }

  const accepted = (call: Promise<unknown>) => expect(call).resolves.toMatchObject({ role: 'bibliothecaire' });
  const refused = (call: Promise<unknown>) => expect(call).rejects.toMatchObject({ code: 'non_authentifie' });

  it('a token that was accepted before is refused once it has ended', async () => {
    const { other } = await ready();
    const token = await tokenOf({ exp: inSeconds(60) });
    forward({ ms: 59_000 });
    await accepted(other(token));
    forward({ ms: 1_000 });
    await refused(other(token));
  });

  it('one call in ten minutes asks the issuer for its keys again', async () => {
    const { authorize } = await ready();
    forward({ ms: 10 * MINUTE - 1 });
    await accepted(authorize());
    expect(asked).toBe(0);
    forward({ ms: 1 });
    for (let time = 0; time < 3; time += 1) await accepted(authorize());
    expect(asked).toBe(1);
  });

  it('a withdrawn key is refused as soon as the issuer could be asked again', async () => {
    const { authorize } = await ready();
    answer = NONE;
    forward({ ms: 10 * MINUTE - 1 });
    await accepted(authorize());
    forward({ ms: 1 });
    hangsUp = true;
    await accepted(authorize());
    forward({ ms: MINUTE });
    hangsUp = false;
    await refused(authorize());
  });

  it.each([
    ['does not answer', () => (hangsUp = true)],
    ['is out of order', () => (answer = { status: 500, body: 'oops' })],
    ['answers something else', () => (answer = { status: 200, body: '<html>' })],
    ['answers what is no list of keys', () => (answer = { status: 200, body: '{"nothing":1}' })],
  ])('the keys stay good for an hour, and not a moment longer, while their issuer %s', async (_, breakDown) => {
    const { authorize } = await ready();
    breakDown();
    for (let minute = 1; minute < 60; minute += 1) {
      forward({ ms: MINUTE });
      await accepted(authorize());
    }
    forward({ ms: MINUTE - 1 });
    await accepted(authorize());
    forward({ ms: 1 });
    await expect(authorize()).rejects.toMatchObject(UNAVAILABLE);
    hangsUp = false;
    answer = { status: 200, body: KEYS };
    await accepted(authorize());
  });

  it('one call in half a minute waits for an issuer that does not answer', async () => {
    const { authorize } = await ready();
    hangsUp = true;
    forward({ ms: 10 * MINUTE });
    for (let time = 0; time < 5; time += 1) await accepted(authorize());
    expect(asked).toBe(1);
    forward({ ms: 29_999 });
    await accepted(authorize());
    expect(asked).toBe(1);
    forward({ ms: 1 });
    for (let time = 0; time < 5; time += 1) await accepted(authorize());
    expect(asked).toBe(2);
  });

  it('the calls that come in while another waits for the issuer use the keys that there are', async () => {
    const { authorize } = await ready();
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    forward({ ms: 10 * MINUTE });
    // Nobody gives up: a call that waits as well waits until this test has failed.
    const patience = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
    const waiting = authorize();
    await accepted(authorize());
    resolve();
    await accepted(waiting);
    expect(asked).toBe(1);
    patience.mockRestore();
  });

  it('an unknown key is asked for at once, but at most every half minute', async () => {
    const { other } = await ready();
    const next = await generateKeyPair('RS256');
    const signed = (kid: string) =>
      new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'RS256', kid }).sign(next.privateKey);
    const token = await tokenOf({ exp: inSeconds(86_400) });
    await refused(other(await signed('next')));
    expect(asked).toBe(0);
    forward({ ms: 30_000 });
    for (const kid of ['a', 'b', 'c']) await refused(other(await signed(kid)));
    expect(asked).toBe(1);
    forward({ ms: 30_000 });
    const jwk = { ...(await exportJWK(next.publicKey)), kid: 'next', alg: 'RS256' };
    answer = { status: 200, body: JSON.stringify({ keys: [...JSON.parse(KEYS).keys, jwk] }) };
    await accepted(other(await signed('next')));
    expect(asked).toBe(2);
  });

  it('an unknown key is a 503 and not a 401 while its issuer cannot be asked', async () => {
    const { other, authorize } = await ready();
    const stranger = await generateKeyPair('RS256');
    const token = await tokenOf({ exp: inSeconds(86_400) });
    const signed = await new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: 'RS256', kid: 'unknown' })
      .sign(stranger.privateKey);
    hangsUp = true;
    forward({ ms: 30_000 });
    for (let time = 0; time < 3; time += 1) await expect(other(signed)).rejects.toMatchObject(UNAVAILABLE);
    expect(asked).toBe(1);
    await accepted(authorize());
    forward({ ms: 30_000 });
    hangsUp = false;
    await refused(other(signed));
  });
});
