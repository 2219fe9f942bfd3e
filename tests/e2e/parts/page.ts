import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { librarian } from '../../support/api.ts';
import { operations } from '../../support/openapi.ts';
import { system } from './system.ts';

/** The reference page as a person uses it: in a real browser, against the system that serves it. */

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

describe('the reference page in a browser', () => {
  let browser: Browser;
  let page: Page;
  /** Every address that the page has asked for, and everything that it has complained of. */
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    if (!existsSync(CHROMIUM)) throw new Error(`There is no Chromium at ${CHROMIUM}: apt-get install chromium`);
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
    page = await browser.newPage({ locale: 'fr-FR' });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(`${system.url}/docs`);
    await page.waitForSelector('.opblock');
  });

  afterAll(() => browser?.close());

  const textOf = async (part: Locator) => ((await part.textContent()) ?? '').trim();

  /** Opens an operation, calls it with what stands there, and reads what came back. */
  async function execute(tag: string, id: string) {
    const block = page.locator(`[id="operations-${tag}-${id}"]`);
    await block.locator('.opblock-summary-control').click();
    await block.locator('button.execute').click();
    const answer = block.locator('.live-responses-table .response');
    await answer.locator('.response-col_status').waitFor();
    const status = await textOf(answer.locator('.response-col_status'));
    return `${status} ${await textOf(answer.locator('.highlight-code').first())}`;
  }

  it('shows every operation', async () => {
    expect(await page.locator('.opblock').count()).toBe(operations.length);
    expect(await textOf(page.locator('h1, h2').first())).toContain('Bibliothèque municipale');
  });

  it('calls what is open to all without a token, and shows a refusal where a token is missing', async () => {
    expect(await execute('Livres', 'books-search')).toMatch(/^200.*Le Petit Prince/s);
    expect(await execute('Comptes', 'users-get')).toMatch(/^401.*non_authentifie/s);
  });

  it('calls with the token that was set, and sends a body as its example has it', async () => {
    await page.locator('.auth-wrapper .btn.authorize').click();
    await page.locator('.dialog-ux input').fill(librarian);
    await page.locator('.dialog-ux .btn.authorize').click();
    await page.locator('.dialog-ux .btn-done').click();
    expect(await execute('Comptes', 'users-verify')).toMatch(/^200.*"peut_emprunter": false/s);
    expect(await execute('Emprunts', 'loans-create')).toMatch(/^201.*"statut": "en_cours"/s);
  });

  it('asks nobody but the gateway that serves it, and breaks none of its own rules', () => {
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((url) => new URL(url).origin !== system.url && !url.startsWith('data:'))).toEqual([]);
    // The one answer that is an error, which the browser tells of as well.
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});
