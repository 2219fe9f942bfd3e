import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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
    'calls a private command, whose effect the system shows',
    async () => {
      expect(await invoked('books-take-copy', 'books/take-copy')).toMatchObject({ resultat: 'pris' });
      const { event } = await import(new URL('../events/books/take-copy.js', import.meta.url).href);
      const response = await fetch(`${system.url}/livres/${event.livre_id}/disponibilite`);
      expect(await response.json()).toMatchObject({ prochain_retour: '2099-12-31' });
    },
    LONG,
  );
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
