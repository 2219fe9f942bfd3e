import { existsSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { librarian, someone } from '../support/api.ts';
import { certificateFor } from './stand-in/stand-in.ts';

/** What a page of another origin can do: each call has a preflight, and each answer can be read. */

const ORIGIN = 'https://bibliotheque.example';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

let browser: Browser;
let page: Page;
/** Serves an empty page under every name. Playwright's own routes would answer the preflights. */
const site = createServer(certificateFor('bibliotheque.example'), (_, response) => {
  response.setHeader('content-type', 'text/html').end('<title>Guichet</title>');
});

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no Chromium at ${CHROMIUM}: apt-get install chromium`);
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const args = [
    ...['--no-sandbox', '--disable-gpu', '--ignore-certificate-errors'],
    // The browser would ask a person whether a page of the Internet may call this machine.
    '--disable-features=LocalNetworkAccessChecks',
    `--host-resolver-rules=MAP *.example:443 127.0.0.1:${(site.address() as AddressInfo).port}`,
  ];
  browser = await chromium.launch({ executablePath: CHROMIUM, args });
  page = await browser.newPage();
  await page.goto(ORIGIN);
});
afterAll(async () => {
  await browser?.close();
  site.close();
});

interface Call {
  method: string;
  path: string;
  token?: string | null;
  body?: object;
  headers?: Record<string, string>;
}

/** @returns what the page itself can see of the answer */
const callFromPage = ({ method, path, token = librarian, body, headers = {} }: Call) =>
  page.evaluate(
    async ({ url, init }) => {
      const answer = await fetch(url, init as RequestInit);
      const text = await answer.text();
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: text && JSON.parse(text) };
    },
    {
      url: process.env.API_URL + path,
      init: {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    },
  );

it('creates, changes and deletes an account, and reads what it may of each answer', async () => {
  const headers = { 'idempotency-key': 'guichet-1' };
  const made = await callFromPage({ method: 'POST', path: '/utilisateurs', body: someone(), headers });
  expect(made.status).toBe(201);
  expect(Object.keys(made.headers)).toEqual(expect.arrayContaining(['etag', 'location', 'x-request-id']));
  const path = made.headers.location as string;
  const ifMatch = { 'if-match': made.headers.etag as string };
  const changed = await callFromPage({ method: 'PATCH', path, body: { nom: 'Autre' }, headers: ifMatch });
  expect([changed.status, changed.body.nom]).toEqual([200, 'Autre']);
  expect((await callFromPage({ method: 'PUT', path: `${path}/blocage`, body: { motif: 'Carte perdue' } })).status).toBe(
    200,
  );
  expect(await callFromPage({ method: 'DELETE', path })).toMatchObject({ status: 204, body: '' });
});

it('reads a refusal and where to begin again', async () => {
  const refused = await callFromPage({ method: 'GET', path: '/utilisateurs', token: null });
  expect(refused).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
  expect(refused.body.code).toBe('non_authentifie');
});

it.each([
  ['of an operation', '/livres/00000000-0000-4000-8000-000000000000', 'livre_introuvable'],
  ['of no operation', '/utilisatrices', 'route_introuvable'],
])('reads a 404 %s', async (_, path, code) => {
  expect(await callFromPage({ method: 'GET', path })).toMatchObject({ status: 404, body: { code } });
});

it('is not told anything when its origin was not let in', async () => {
  const stranger = await browser.newPage();
  await stranger.goto('https://ailleurs.example');
  const call = stranger.evaluate((url) => fetch(url).then(({ status }) => status), `${process.env.API_URL}/livres`);
  await expect(call).rejects.toThrow('Failed to fetch');
});
