import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { forward, restartClock, stopClock } from '../support/clock.ts';
import { invoke } from '../support/gateway.ts';
import { tokenOf } from '../support/tokens.ts';

/** The issuer's keys over the network, as on AWS, and from a URL that holds them itself. */

const ISSUER = 'https://emetteur.test/jwks.json';
const { JWT_JWKS_URL = '', JWT_AUDIENCE = '' } = process.env;
const KEYS = Buffer.from(JWT_JWKS_URL.split(',')[1] ?? '', 'base64').toString();
const MINUTE = 60_000;
const [ACCEPTED, REFUSED, UNAVAILABLE] = [400, 401, 503];
const answering =
  (body: string, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }));
const hangingUp = () => Promise.reject(new TypeError('fetch failed'));

/** What the issuer answers, and how often it was asked. */
let issuer: () => Promise<Response>;
let asked: number;

const reallyFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  if (String(input) !== ISSUER) return reallyFetch(input, init);
  asked += 1;
  return issuer();
};

beforeEach(() => {
  stopClock();
  issuer = answering(KEYS);
  asked = 0;
});

afterEach(() => {
  restartClock();
  Object.assign(process.env, { JWT_JWKS_URL, JWT_AUDIENCE });
});

/** A process that knows no keys yet. @returns how it answers a librarian whose call has a fault: 400 says that the token is good */
async function newProcess(jwksUrl = ISSUER, audience = JWT_AUDIENCE) {
  Object.assign(process.env, { JWT_JWKS_URL: jwksUrl, JWT_AUDIENCE: audience });
  jest.resetModules();
  return async (token: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await invoke('GET', '/utilisateurs?inconnu=1', headers, undefined)).status;
  };
}

/** A process that has the keys already, and a token that outlasts the test. */
async function readyProcess() {
  const answer = await newProcess();
  const token = await lasting();
  expect(await answer(token)).toBe(ACCEPTED);
  asked = 0;
  return { answer, token };
}

const lasting = () => tokenOf({ exp: Math.floor(Date.now() / 1000) + 86_400 });

/** A key that the issuer has not told of, and a token signed by it. */
async function newKey(kid: string, alg = 'RS256') {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const claims = decodeJwt(await lasting());
  const token = await new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey);
  return { jwk: { ...(await exportJWK(publicKey)), kid }, token };
}

const urlOf = (keys: unknown) => `data:application/json,${encodeURIComponent(JSON.stringify({ keys }))}`;

test('the keys are fetched once for all the calls of a process, and not for what is no token', async () => {
  const answer = await newProcess();
  expect([await answer('garbage'), asked]).toEqual([REFUSED, 0]);
  for (let time = 0; time < 3; time += 1) expect(await answer(await tokenOf())).toBe(ACCEPTED);
  expect(asked).toBe(1);
});

test('a token is refused when its algorithm is not on the list, and when its key is not one of the issuer’s', async () => {
  const { jwk, token } = await newKey('own', 'RS512');
  expect(await (await newProcess(urlOf([jwk])))(token)).toBe(REFUSED);
  issuer = answering('{"keys":[]}');
  expect(await (await newProcess())(await tokenOf())).toBe(REFUSED);
});

test.each([
  [ACCEPTED, `data:application/json;base64,${Buffer.from(KEYS).toString('base64')}`],
  [ACCEPTED, urlOf(JSON.parse(KEYS).keys)],
  ...['data:,', 'data:application/json,oops', 'data:application/json,{}'].map((url) => [UNAVAILABLE, url] as const),
])('a right token has the answer %i when the keys are in the URL itself', async (status, url) => {
  expect(await (await newProcess(url))(await tokenOf())).toBe(status);
});

const BREAKDOWNS: [what: string, answer: typeof issuer][] = [
  ['does not answer', hangingUp],
  ['is out of order', answering('oops', 500)],
  ['answers something else', answering('<html>')],
  ['answers what is no list of keys', answering('{"nothing":1}')],
];

test.each(BREAKDOWNS)('a process without keys answers 503 while their issuer %s, and no longer', async (_, broken) => {
  const answer = await newProcess();
  issuer = broken;
  expect(await answer(await tokenOf())).toBe(UNAVAILABLE);
  issuer = answering(KEYS);
  expect(await answer(await tokenOf())).toBe(ACCEPTED);
});

test.each(BREAKDOWNS)(
  'keys stay good for an hour, and not a moment longer, while their issuer %s',
  async (_, broken) => {
    const { answer, token } = await readyProcess();
    issuer = broken;
    for (let minute = 1; minute < 60; minute += 1) {
      forward({ ms: MINUTE });
      expect(await answer(token)).toBe(ACCEPTED);
    }
    forward({ ms: MINUTE - 1 });
    expect(await answer(token)).toBe(ACCEPTED);
    forward({ ms: 1 });
    expect(await answer(token)).toBe(UNAVAILABLE);
    issuer = answering(KEYS);
    expect(await answer(token)).toBe(ACCEPTED);
  },
);

test('a token that was accepted before is refused once it has ended', async () => {
  const { answer } = await readyProcess();
  const token = await tokenOf({ exp: Math.floor(Date.now() / 1000) + 60 });
  forward({ ms: MINUTE - 1000 });
  expect(await answer(token)).toBe(ACCEPTED);
  forward({ ms: 1000 });
  expect(await answer(token)).toBe(REFUSED);
});

test('one call in ten minutes asks the issuer for its keys again', async () => {
  const { answer, token } = await readyProcess();
  forward({ ms: 10 * MINUTE - 1 });
  expect([await answer(token), asked]).toEqual([ACCEPTED, 0]);
  forward({ ms: 1 });
  for (let time = 0; time < 3; time += 1) expect([await answer(token), asked]).toEqual([ACCEPTED, 1]);
});

test('a withdrawn key is refused as soon as the issuer could be asked again', async () => {
  const { answer, token } = await readyProcess();
  issuer = hangingUp;
  forward({ ms: 10 * MINUTE });
  expect(await answer(token)).toBe(ACCEPTED);
  issuer = answering('{"keys":[]}');
  forward({ ms: MINUTE });
  expect(await answer(token)).toBe(REFUSED);
});

test('one call in half a minute asks an issuer that does not answer', async () => {
  const { answer, token } = await readyProcess();
  issuer = hangingUp;
  forward({ ms: 10 * MINUTE });
  for (let time = 0; time < 5; time += 1) expect([await answer(token), asked]).toEqual([ACCEPTED, 1]);
  forward({ ms: MINUTE / 2 - 1 });
  expect([await answer(token), asked]).toEqual([ACCEPTED, 1]);
  forward({ ms: 1 });
  for (let time = 0; time < 5; time += 1) expect([await answer(token), asked]).toEqual([ACCEPTED, 2]);
});

test('the calls that come in while another waits for the issuer use the keys that there are', async () => {
  const { answer, token } = await readyProcess();
  const { promise, resolve } = Promise.withResolvers<void>();
  issuer = () => promise.then(answering(KEYS));
  forward({ ms: 10 * MINUTE });
  const waiting = answer(token);
  expect(await answer(token)).toBe(ACCEPTED);
  resolve();
  expect([await waiting, asked]).toEqual([ACCEPTED, 1]);
});

test('an unknown key is asked for at most every half minute, and is good once the issuer tells of it', async () => {
  const { answer } = await readyProcess();
  const { jwk, token } = await newKey('next');
  expect([await answer(token), asked]).toEqual([REFUSED, 0]);
  forward({ ms: MINUTE / 2 });
  for (let time = 0; time < 3; time += 1) expect([await answer(token), asked]).toEqual([REFUSED, 1]);
  issuer = answering(JSON.stringify({ keys: [...JSON.parse(KEYS).keys, jwk] }));
  forward({ ms: MINUTE / 2 });
  expect([await answer(token), asked]).toEqual([ACCEPTED, 2]);
});

test('an unknown key is a 503 and not a 401 while its issuer cannot be asked', async () => {
  const { answer, token } = await readyProcess();
  const stranger = await newKey('unknown');
  issuer = hangingUp;
  forward({ ms: MINUTE / 2 });
  for (let time = 0; time < 3; time += 1) expect([await answer(stranger.token), asked]).toEqual([UNAVAILABLE, 1]);
  expect(await answer(token)).toBe(ACCEPTED);
  issuer = answering(KEYS);
  forward({ ms: MINUTE / 2 });
  expect(await answer(stranger.token)).toBe(REFUSED);
});

const DESK_AND_MEMBERS = 'guichet,adherents';
/** An access token of Cognito, to which `over` does something. */
const accessToken = (over: object) => tokenOf({ aud: undefined, token_use: 'access', ...over });

type Claims = Record<string, unknown>;
const GOOD: [what: string, claims: Claims][] = [
  ['is made out for one of ours', { aud: 'guichet' }],
  ['is made out for the other of ours', { aud: 'adherents' }],
  ['is made out for several, one of which is ours', { aud: ['autre', 'adherents'] }],
  ['is made out for ours and given to somebody else', { aud: 'guichet', client_id: 'autre' }],
  ['is an access token given to one of ours', { aud: undefined, client_id: 'guichet' }],
  ['is an access token given to the other of ours', { aud: undefined, client_id: 'adherents' }],
];
const FOREIGN: [what: string, claims: Claims][] = [
  ['is made out for somebody else', { aud: 'autre' }],
  ['is made out for somebody else and given to one of ours', { aud: 'autre', client_id: 'guichet' }],
  ['is made out for nobody and given to one of ours', { aud: [], client_id: 'guichet' }],
  ['is made out for null and given to one of ours', { aud: null, client_id: 'guichet' }],
  ['is made out for nothing and given to one of ours', { aud: '', client_id: 'guichet' }],
  ['is made out for our list as one name', { aud: DESK_AND_MEMBERS }],
  ['is made out for ours in another case', { aud: 'Guichet' }],
  ['is made out for a list within a list', { aud: [['guichet']] }],
  ['is made out for a thing that has our name', { aud: { guichet: 'guichet' } }],
  ['is an access token given to somebody else', { client_id: 'autre' }],
  ['is an access token given to nobody', {}],
  ['is an access token given to several', { client_id: ['guichet'] }],
  ['is an access token given to our list as one name', { client_id: DESK_AND_MEMBERS }],
  ['is given to ours under another name', { azp: 'guichet' }],
];

test('a token is good when it is made out for one of ours or, as an access token of Cognito, given to one', async () => {
  const answer = await newProcess(ISSUER, DESK_AND_MEMBERS);
  for (const [what, claims] of GOOD) expect([what, await answer(await accessToken(claims))]).toEqual([what, ACCEPTED]);
  for (const [what, claims] of FOREIGN)
    expect([what, await answer(await accessToken(claims))]).toEqual([what, REFUSED]);
});
