import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answers } from '../../dev/local/checks.ts';
import { plausibleBook } from '../../seed/books/plausible.ts';
import { operations } from '../support/openapi.ts';
import { type System, startSystem } from '../support/system.ts';

/** What is done beside a system that runs, and what only a gateway adds to an answer. */

const LONG = 120_000;
const ORIGIN = 'https://bibliotheque.example';

/** Another library that is open, whose local environment it is. */
const other = createServer((_request, response) => response.end('{"elements":[]}'));
const otherUrl = () => `http://localhost:${(other.address() as AddressInfo).port}`;
let system: System;

beforeAll(async () => {
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const environment = { values: [{ key: 'base_url', value: otherUrl() }] };
  system = await startSystem((folder) =>
    writeFile(join(folder, 'postman/local.postman_environment.json'), JSON.stringify(environment)),
  );
}, LONG);

afterAll(async () => {
  await system?.stop();
  other.close();
});

test('it says that the local environment of Postman is left to the system that has it', () => {
  expect(system.said).toContain(
    `\n- environnement Postman : laissé à la bibliothèque déjà ouverte sur ${otherUrl()}\n`,
  );
});

describe('other machines reach nothing', () => {
  // The second is this machine's as well, and open to whatever listens on every address.
  const hosts = ['127.0.0.1', '127.0.0.2', '::1'];
  for (const { address, internal, scopeid } of Object.values(networkInterfaces()).flatMap((found) => found ?? [])) {
    if (!internal && !scopeid) hosts.push(address);
  }

  test.each(['PORT', 'LAMBDA_PORT', 'DYNAMODB_PORT', 'MAIL_PORT'])('on %s', async (name) => {
    const open = await Promise.all(hosts.map((host) => answers(host, Number(system.env[name]))));
    expect(hosts.filter((_, index) => open[index])).toEqual(['127.0.0.1']);
  });
});

describe('what is run beside it goes to the system that the variables name', () => {
  const npmRun = (...args: string[]) =>
    promisify(execFile)('npm', ['run', '--silent', ...args], { cwd: system.folder, env: system.env });

  test(
    'seed:large',
    async () => {
      await npmRun('seed:large', '--', '3');
      expect(await fetch(`${system.url}/livres/${plausibleBook(2).id}`)).toMatchObject({ status: 200 });
    },
    LONG,
  );

  test('demo', async () => expect((await npmRun('demo')).stdout).toContain('tout est juste'), LONG);
});

describe('npx sls invoke local', () => {
  async function invoked(name: string, event: string) {
    const args = ['sls', 'invoke', 'local', '-f', name, '--path', `tests/events/${event}.js`];
    const { stdout } = await promisify(execFile)('npx', args, { cwd: system.folder, env: system.env });
    // The function's own line of its journal comes before.
    return JSON.parse(stdout.slice(stdout.indexOf('\n{\n') + 1));
  }

  test(
    'calls an operation',
    async () => {
      const { statusCode, body } = await invoked('users-verify', 'users/verify');
      expect(statusCode).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ peut_emprunter: false });
    },
    LONG,
  );

  test(
    'calls a private command, whose sample leaves nothing behind',
    async () => {
      expect(await invoked('books-take-copy', 'books/take-copy')).toEqual({ resultat: 'deplace' });
      const { event } = await import(new URL('../events/books/take-copy.js', import.meta.url).href);
      const response = await fetch(`${system.url}/livres/${event.livre_id}/disponibilite`);
      expect(await response.json()).toMatchObject({ prochain_retour: null });
    },
    LONG,
  );
});

describe('no page has a private command carried out', () => {
  const send = (headers: Record<string, string>) =>
    fetch(
      `http://127.0.0.1:${system.env.LAMBDA_PORT}/2015-03-31/functions/bibliotheque-local-users-close-loan/invocations`,
      {
        method: 'POST',
        headers,
        body: '{}',
      },
    );
  const json = 'application/json';

  test.each([
    ['a form', 403, { 'content-type': 'text/plain' }],
    ['another form', 403, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form with files', 403, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a script', 403, { 'content-type': json, origin: ORIGIN }],
    ['a script in a frame of its own', 403, { 'content-type': json, origin: 'null' }],
    ['a link', 403, { 'content-type': json, 'sec-fetch-site': 'cross-site' }],
    ['a program', 200, { 'content-type': json }],
  ])('%s: %i', async (_, status, headers) => {
    expect(await send(headers as Record<string, string>)).toMatchObject({ status });
  });

  test('nor may one read or write the tables', async () => {
    const headers = {
      origin: ORIGIN,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-amz-target',
    };
    const response = await fetch(system.dynamodb, { method: 'OPTIONS', headers });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a page of another origin', () => {
  const documented = new Set(
    operations.flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ headers }) => Object.keys(headers).map((name) => name.toLowerCase())),
    ),
  );

  test('may send what the operations heed', async () => {
    const response = await fetch(`${system.url}/utilisateurs`, {
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });
    expect(response.status).toBe(204);
    const listed = (name: string) => response.headers.get(`access-control-allow-${name}`)?.split(',');
    expect(listed('origin')).toEqual([ORIGIN]);
    expect(listed('methods')).toEqual(expect.arrayContaining(['GET', 'POST', 'PATCH', 'DELETE']));
    expect(listed('headers')).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'if-match']),
    );
  });

  test.each([
    ['an answer', '/livres', 200],
    ['a refusal', '/utilisateurs', 401],
  ])('may read %s, every header of it that is documented', async (_, path, status) => {
    const response = await fetch(system.url + path, { headers: { origin: ORIGIN } });
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const shown = response.headers.get('access-control-expose-headers')?.split(',') ?? [];
    // Any page may read this one.
    expect([...documented].filter((name) => name !== 'cache-control' && !shown.includes(name))).toEqual([]);
  });
});
