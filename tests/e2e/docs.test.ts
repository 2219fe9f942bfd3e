import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { librarian } from '../support/api.ts';
import { operations } from '../support/openapi.ts';
import { type System, startSystem } from '../support/system.ts';

/** The reference page as a person uses it: in a real browser, against the system that serves it. */

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The picture for the README is taken by the way, when it is asked for. */
const PICTURE = process.env.PICTURE && fileURLToPath(new URL('../../docs/images/reference.png', import.meta.url));

let system: System;
let browser: Browser;
let page: Page;
/** Every address that the page has asked for, and everything that it has complained of. */
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no Chromium at ${CHROMIUM}: apt-get install chromium`);
  system = await startSystem();
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 1180 }, locale: 'fr-FR' });
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(`${system.url}/docs`);
  await page.waitForSelector('.opblock');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const operation = (tag: string, id: string) => page.locator(`[id="operations-${tag}-${id}"]`);

const textOf = async (part: Locator) => ((await part.textContent()) ?? '').trim();

/** Opens an operation, calls it with what stands there, and reads what came back. */
async function execute(tag: string, id: string) {
  const block = operation(tag, id);
  await block.locator('.opblock-summary-control').click();
  await block.locator('button.execute').click();
  const answer = block.locator('.live-responses-table .response');
  await answer.locator('.response-col_status').waitFor();
  return {
    status: await textOf(answer.locator('.response-col_status')),
    body: await textOf(answer.locator('.highlight-code').first()),
  };
}

/** What was called and what came back, without the token that the command line shows. */
async function takePicture(path: string) {
  await page.addStyleTag({ content: '.curl-command, .request-url { display: none }' });
  await operation('Comptes', 'users-verify').evaluate((block) => block.scrollIntoView());
  await page.screenshot({ path });
}

describe('the reference page', () => {
  it('shows every operation', async () => {
    expect(await page.locator('.opblock').count()).toBe(operations.length);
    expect(await textOf(page.locator('h1, h2').first())).toContain('Bibliothèque municipale');
  });

  it('calls what is open to all without a token', async () => {
    const { status, body } = await execute('Livres', 'books-search');
    expect(status).toMatch(/^200/);
    expect(body).toContain('Le Petit Prince');
  });

  it('says that a token is missing where one is', async () => {
    const { status, body } = await execute('Comptes', 'users-get');
    expect(status).toMatch(/^401/);
    expect(body).toContain('non_authentifie');
  });

  it('calls with the token that was set, and shows the answer', async () => {
    await page.locator('.auth-wrapper .btn.authorize').click();
    await page.locator('.dialog-ux input').fill(librarian);
    await page.locator('.dialog-ux .btn.authorize').click();
    await page.locator('.dialog-ux .btn-done').click();
    const { status, body } = await execute('Comptes', 'users-verify');
    expect(status).toMatch(/^200/);
    expect(body).toContain('"peut_emprunter": false');
    if (PICTURE) await takePicture(PICTURE);
  });

  it('sends a body as its example has it', async () => {
    const { status, body } = await execute('Emprunts', 'loans-create');
    expect(status).toMatch(/^201/);
    expect(body).toContain('"statut": "en_cours"');
  });

  it('asks nobody but the gateway that serves it, and breaks none of its own rules', () => {
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((url) => new URL(url).origin !== system.url && !url.startsWith('data:'))).toEqual([]);
    // The one answer that is an error, which the browser tells of as well.
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});
