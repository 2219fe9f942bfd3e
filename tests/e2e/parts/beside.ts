import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { answers } from '../../../dev/local/checks.ts';
import { plausibleBook } from '../../../seed/books/plausible.ts';
import { operations } from '../../support/shared/openapi.ts';
import { ran } from './script.ts';
import { system } from './system.ts';

/** What is done beside a system that runs, and what only a gateway adds to an answer. */

const ORIGIN = 'https://bibliotheque.example';

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

test('a script that is run beside the system goes to the one that the variables name', async () => {
  expect(await ran('seed:large', ['3'])).toMatchObject({ code: 0 });
  expect(await fetch(`${system.url}/livres/${plausibleBook(2).id}`)).toMatchObject({ status: 200 });
});

test('npx sls invoke local calls a private command, whose sample leaves nothing behind', async () => {
  const sls = ['node_modules/serverless/bin/serverless.js', 'invoke', 'local'];
  const args = [...sls, '-f', 'books-take-copy', '--path', 'tests/events/books/take-copy.js'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: system.folder, env: system.env });
  // The function's own line of its journal comes before.
  expect(JSON.parse(stdout.slice(stdout.indexOf('\n{\n') + 1))).toEqual({ resultat: 'deplace' });
  const { event } = await import(new URL('../../events/books/take-copy.js', import.meta.url).href);
  const response = await fetch(`${system.url}/livres/${event.livre_id}/disponibilite`);
  expect(await response.json()).toMatchObject({ prochain_retour: null });
});

describe('on the local servers', () => {
  const JSON_TYPE = { 'content-type': 'application/json' };
  const COMMAND = 'LAMBDA_PORT/2015-03-31/functions/bibliotheque-local-users-close-loan/invocations';
  const CLEAR = 'MAIL_PORT/clear-store';

  test.each<[what: string, status: number, path: string, headers: Record<string, string>]>([
    ['a command by a form', 403, COMMAND, { 'content-type': 'text/plain' }],
    ['a command by another form', 403, COMMAND, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a command by a form with files', 403, COMMAND, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a command by a script', 403, COMMAND, { ...JSON_TYPE, origin: ORIGIN }],
    ['a command by a script in a frame of its own', 403, COMMAND, { ...JSON_TYPE, origin: 'null' }],
    ['a command by a link', 403, COMMAND, { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }],
    ['a command by a program', 200, COMMAND, JSON_TYPE],
    ['emptying the inbox by a script', 403, CLEAR, { origin: ORIGIN }],
    ['emptying the inbox by a form', 403, CLEAR, { 'content-type': 'text/plain' }],
    ['emptying the inbox by its own page', 200, CLEAR, { origin: 'MAIL_PORT', 'sec-fetch-site': 'same-origin' }],
    ['emptying the inbox by a program', 200, CLEAR, {}],
  ])('%s is answered %i', async (_, status, path, headers) => {
    const withPort = (text: string) => text.replace(/^\w+_PORT/, (name) => `http://127.0.0.1:${system.env[name]}`);
    const sent = { ...headers, ...(headers.origin && { origin: withPort(headers.origin) }) };
    // Bytes, so that no type of content is added to those sent without one.
    const sending = { method: 'POST', headers: sent, body: Buffer.from('{}') };
    expect(await fetch(withPort(path), sending)).toMatchObject({ status });
  });

  /** As a page whose own name has been made to lead to this machine: to its browser, both are one origin. */
  test.each([
    ['the tokens of the reference page', 'GET', 'PORT/docs/jetons.json'],
    ['the inbox', 'GET', 'MAIL_PORT/store'],
    ['emptying the inbox', 'POST', CLEAR],
    ['a command', 'POST', COMMAND],
  ])('%s is refused under a name that is not ours', async (_, method, path) => {
    const [name = '', rest = ''] = path.split(/(?=\/)(.*)/);
    const port = Number(system.env[name]);
    const ask = async (host: string) => {
      const origin = method === 'POST' && name === 'MAIL_PORT' ? { origin: `http://${host}` } : {};
      const headers = { host, 'content-length': 0, ...(name !== 'LAMBDA_PORT' && { 'sec-fetch-site': 'same-origin' }) };
      const asked = request({ host: '127.0.0.1', port, method, path: rest, headers: { ...headers, ...origin } }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      answer.resume();
      return answer.statusCode;
    };
    expect(await ask(`bibliotheque.example:${port}`)).toBe(403);
    expect(await ask(`localhost:${port}`)).not.toBe(403);
  });

  test('no page of another origin may read or write the tables', async () => {
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
