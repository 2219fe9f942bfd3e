import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf, librarianToken } from '../../dev/aws/address.ts';
import { deployArguments } from '../../dev/aws/deploy-arguments.ts';
import { audience, issuer, jwksUrl } from '../../dev/local/keys.ts';
import { newShell, nodeArgsOf } from '../support/script.ts';

/** What a deploy and a rehearsal are told. That AWS then does it is shown on an account only. */

test.each([[['--stage', 'prod', '--param=sender=a@b.fr']], [['-s', 'prod', '--verbose']], [['--stage=essayons']]])(
  'a real stage gets what was said: %j',
  async (args) => {
    expect(await deployArguments(args)).toEqual(['deploy', ...args]);
  },
);

test('a rehearsal gets the parameters that were not said', async () => {
  const said = ['--stage', 'essai', '--param=sender=a@b.fr', '--param', 'cors_origins=https://b.fr'];
  expect(await deployArguments(said)).toEqual([
    'deploy',
    ...said,
    `--param=jwt_issuer=${issuer}`,
    `--param=jwt_audience=${audience}`,
    `--param=jwt_jwks_url=${await jwksUrl()}`,
  ]);
});

describe('the address of a stage', () => {
  const names = { prod: 'prod-bibliotheque', essai: 'essai-bibliotheque' };
  const items = Object.entries(names).map(([stage, name]) => ({ name, apiEndpoint: `https://${stage}.example.org` }));
  let status = 200;
  const signed: (string | undefined)[] = [];
  const server = createServer(({ url, headers }, response) => {
    signed.push(headers.authorization);
    response.writeHead(url?.startsWith('/v2/apis') ? status : 404).end(JSON.stringify({ items }));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.AWS_ENDPOINT_URL_APIGATEWAYV2 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    delete process.env.AWS_ENDPOINT_URL_APIGATEWAYV2;
  });
  const region = 'eu-west-3';

  test('is asked of API Gateway, by a signed request', async () => {
    expect(await addressOf({ stage: 'prod', region })).toBe('https://prod.example.org');
    expect(signed.at(-1)).toMatch(/^AWS4-HMAC-SHA256 Credential=test\/\d+\/eu-west-3\/apigateway\//);
  });

  test('that is not deployed, or that may not be asked, is told in a line', async () => {
    await expect(addressOf({ stage: 'autre', region })).rejects.toThrow(/« autre » n’est pas déployé/);
    status = 403;
    await expect(addressOf({ stage: 'prod', region })).rejects.toThrow(/\(403\) : donnez-la par --url/);
  });

  test('that is said is taken as it is, in https alone', async () => {
    expect(await addressOf({ stage: 'prod', region }, 'https://biblio.example.org/')).toBe(
      'https://biblio.example.org',
    );
    await expect(addressOf({ stage: 'prod', region }, 'http://biblio.example.org')).rejects.toThrow(/https/);
  });
});

test('a real stage is never called with a token of this machine', async () => {
  await expect(librarianToken('prod')).rejects.toThrow(/JETON/);
  await expect(librarianToken('essayons')).rejects.toThrow(/JETON/);
  expect(await librarianToken('essai-jeanne')).toMatch(/^eyJ/);
});

test.each<[script: string, args: string[], line: RegExp]>([
  ['deploy', [], /^Usage : npm run deploy/],
  ['smoke', ['--stage', 'prod'], /^Il faut un jeton/],
  ['smoke', ['--adresse', 'x'], /^Usage : npm run smoke/],
])(
  'npm run %s with %j says in one line what is missing',
  async (script, args, line) => {
    const ran = promisify(execFile)(process.execPath, [...nodeArgsOf(script), ...args], { env: newShell() });
    const { code, stdout, stderr } = await ran.then(
      () => ({ code: 0, stdout: '', stderr: '' }),
      (error) => error,
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
  },
  60_000,
);
