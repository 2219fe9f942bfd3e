import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Bundle, bundleFunctions } from '../../dev/bench/bundles.ts';

/** The functions as `sls package` bundles them. */

/** Bytes. */
const LARGEST = 300_000;

let bundles: Bundle[];

beforeAll(async () => {
  bundles = await bundleFunctions();
});

describe('a bundle', () => {
  it('is small, whichever function it is of', () => {
    expect(bundles.length).toBeGreaterThanOrEqual(30);
    expect(bundles.filter(({ bytes }) => bytes > LARGEST).map(({ name, bytes }) => `${name} ${bytes}`)).toEqual([]);
  });
});

/** Loads a function in a process of its own and calls it. @returns the line that it logs */
function lineOf(name: string, event: object, environment: Record<string, string>) {
  const { file } = bundles.find((bundle) => bundle.name === name) as Bundle;
  const context = '{ awsRequestId: "id", getRemainingTimeInMillis: () => 10000 }';
  const program = `require(${JSON.stringify(file)}).handler(${JSON.stringify(event)}, ${context}).then(() => process.exit())`;
  const { NODE_OPTIONS: _, ...rest } = process.env;
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { env: { ...rest, ...environment } }).toString());
}

describe('a minified log line', () => {
  it('names the error and the functions that it came through', () => {
    const event = {
      routeKey: 'GET /utilisateurs/{id}',
      rawPath: '/utilisateurs/1',
      headers: { authorization: 'Bearer a.b.c' },
      requestContext: { http: { method: 'GET', path: '/utilisateurs/1' } },
    };
    const token = `${btoa('{"alg":"RS256"}')}.${btoa('{}')}.c`.replaceAll('=', '');
    event.headers.authorization = `Bearer ${token}`;
    const line = lineOf('users-get', event, { JWT_JWKS_URL: 'data:application/json,{}' });
    expect(line).toMatchObject({ status: 503, error: { name: 'JWKSInvalid' } });
    expect(line.error.stack.join('\n')).toMatch(/createLocalJWKSet.*\n(.*\n)*.*keysAt/);
  });
});
