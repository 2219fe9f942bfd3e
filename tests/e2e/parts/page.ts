import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { deployArguments } from '../../../dev/aws/deploy-arguments.ts';
import { drawn } from '../../support/extent.ts';
import { operations } from '../../support/shared/openapi.ts';
import { system } from './system.ts';

/** The reference page as a person uses it: in a real browser, against the system that serves it. */

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TOKENS = '/docs/jetons.json';

/** To look at the whole page, milliseconds. */
const LONG_MS = 240_000;

const WIDTHS: Record<string, { width: number; height: number }> = {
  'a desk': { width: 1280, height: 800 },
  'a telephone': { width: 390, height: 844 },
};

/** Each takes long: an everyday run looks at one of the two. */
const SEEN = drawn(Object.entries(WIDTHS), () => 'one', 'widths of the page');

/** The window of one call. */
const WINDOW = '[role="dialog"]';

let browser: Browser;

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no Chromium at ${CHROMIUM}: apt-get install chromium`);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  browser = await chromium.launch({ executablePath: CHROMIUM, args });
});
afterAll(() => browser?.close());

/** Where the page says the operation: `Lit un compte`. */
const placeOf = (page: Page, operationId: string) => {
  const operation = operations.find((one) => one.operationId === operationId);
  if (!operation) throw new Error(`There is no operation ${operationId}`);
  return page.locator(`[id$="${operation.method}${operation.template}"]`);
};

async function openOperation(page: Page, operationId: string): Promise<void> {
  const place = placeOf(page, operationId);
  await place.evaluate((element) => element.scrollIntoView());
  await place.getByRole('button', { name: 'Tester la requête' }).click();
  await page.getByRole('dialog').waitFor();
}

/** Sends what stands in the window of a call. @returns the status and the body that it then shows */
async function sendOpened(page: Page): Promise<string> {
  const client = page.getByRole('dialog');
  const answered = page.waitForResponse((answer) => answer.request().resourceType() === 'fetch');
  await client
    .getByRole('button', { name: /^Envoyer/ })
    .first()
    .click();
  // What the last call was answered may still stand there.
  const status = client.getByText(new RegExp(`^${(await answered).status()} [A-Z]`)).first();
  await status.waitFor();
  const body = client.locator('.cm-content').last();
  await body.waitFor();
  return `${await status.textContent()} ${await body.textContent()}`;
}

/** Puts the bar that goes under the method and the address while an answer is on its way at its end, and keeps it there. */
const keepBarFull = (page: Page) =>
  page.evaluate(`document.querySelector('${WINDOW} [style*="translate3d"]')
    .animate({ transform: ['none', 'none'] }, { duration: 1, fill: 'forwards' }).finished.then(() => {})`);

async function closeOpened(page: Page): Promise<void> {
  const client = page.getByRole('dialog');
  await client.getByRole('button', { name: 'Fermer le client' }).first().click();
  await client.waitFor({ state: 'hidden' });
}

/** Calls an operation with what stands there. @returns the status and the body that the page shows */
async function execute(page: Page, operationId: string): Promise<string> {
  await openOperation(page, operationId);
  const said = await sendOpened(page);
  await closeOpened(page);
  return said;
}

interface Fault {
  impact: string;
  id: string;
  nodes: { html: string }[];
}

/** What axe holds for serious or worse in a part of the page. */
async function seriousFaults(page: Page, part = 'html'): Promise<string[]> {
  // What fades in is pale until it is there.
  await page.evaluate(`Promise.allSettled(document.getAnimations().map((fading) =>
    fading.effect.getTiming().iterations === Infinity || fading.finished))`);
  // The page's own policy would keep a script tag out; an evaluation is the debugger's, and passes.
  await page.evaluate(`${AXE}; 0`);
  const faults = (await page.evaluate(
    `axe.run('${part}', { resultTypes: ['violations'] }).then((r) => r.violations)`,
  )) as Fault[];
  return faults
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} (${nodes.length})`);
}

const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

/** Goes through the whole page, which makes each part only when it is near. @returns the widest that the page was */
async function widestFound(page: Page): Promise<number> {
  const widths: number[] = [];
  for (const { operationId } of operations) {
    await placeOf(page, operationId).evaluate((element) => element.scrollIntoView());
    widths.push(await widthOf(page));
  }
  return Math.max(...widths);
}

/** As a person who knows the address of the API alone. */
async function open(page: Page): Promise<void> {
  await page.goto(system.url);
  await page.getByRole('heading', { name: 'Bibliothèque municipale' }).waitFor();
  await page.getByRole('button', { name: 'bibliothécaire' }).waitFor();
}

const atThePage = {
  what: 'the page',
  look: async (page: Page, width: number) => {
    expect(await widestFound(page)).toBe(width);
    expect(await seriousFaults(page)).toEqual([]);
  },
};

// Without a token each call is refused, and nothing changes.
const atTheWindowOf = (operationId: string) => ({
  what: `the window of ${operationId}, as it opens, as it waits and as it shows an answer`,
  look: async (page: Page, width: number) => {
    await openOperation(page, operationId);
    expect(await widthOf(page)).toBe(width);
    await keepBarFull(page);
    expect(await seriousFaults(page, WINDOW)).toEqual([]);
    await sendOpened(page);
    expect(await seriousFaults(page, WINDOW)).toEqual([]);
    await closeOpened(page);
  },
});

/** One of each method, whose colour it has. Each look takes long: an everyday run has one of them all. */
const WINDOWS = ['users-verify', 'loans-create', 'books-update', 'users-block', 'books-delete'];
const LOOKS = drawn([atThePage, ...WINDOWS.map(atTheWindowOf)], () => 'one', 'looks at the page');

describe.each(SEEN)('the reference page on %s', (_, viewport) => {
  let context: BrowserContext;
  let page: Page;
  /** Every address that the page has asked for, and everything that it has complained of. */
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    context = await browser.newContext({ viewport, locale: 'fr-FR' });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await open(page);
  });
  afterAll(() => context?.close());

  it('shows operations on the first screen, and has each of them', async () => {
    // In the content, beside the menu that the library has at a desk.
    const first = page.getByText('/utilisateurs', { exact: true }).first();
    const box = await first.boundingBox();
    expect(box?.y).toBeLessThan(viewport.height);
    const missing: string[] = [];
    for (const { operationId } of operations)
      if ((await placeOf(page, operationId).count()) === 0) missing.push(operationId);
    expect(missing).toEqual([]);
  });

  it('is used with the keyboard alone', async () => {
    const librarian = page.getByRole('button', { name: 'bibliothécaire' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await librarian.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Lit un compte');
    await page
      .getByRole('option', { name: /Lit un compte/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/GET\/utilisateurs\/(\{id\}|%7Bid%7D)$/);
    await page.getByRole('button', { name: 'sans jeton' }).click();
  });

  it('shows a refusal where a token is missing, and the answer itself once the librarian has signed in', async () => {
    expect(await execute(page, 'users-verify')).toMatch(/^401.*non_authentifie/s);
    await page.getByRole('button', { name: 'bibliothécaire' }).click();
    expect(await execute(page, 'users-verify')).toMatch(/^200.*"peut_emprunter": false/s);
  });

  it('sends an operation that takes a body as its example has it', async () => {
    expect(await execute(page, 'users-update')).toMatch(/^200.*"email": "elise.martin@example.org"/s);
  });

  it('calls as a member, who sees what is theirs', async () => {
    await page.getByRole('button', { name: /^adhérent/ }).click();
    expect(await execute(page, 'users-verify')).toMatch(/^200.*"peut_emprunter": false/s);
    expect(await execute(page, 'users-list')).toMatch(/^403.*acces_refuse/s);
    await page.getByRole('button', { name: 'sans jeton' }).click();
    expect(await execute(page, 'users-verify')).toMatch(/^401.*non_authentifie/s);
  });

  it('says what any operation can answer once, and with an operation only what is its own', async () => {
    const place = placeOf(page, 'users-verify');
    await place.evaluate((element) => element.scrollIntoView());
    const tabs = await place.getByRole('tab').allTextContents();
    expect(tabs.map((text) => text.match(/\d{3}/)?.[0])).toEqual(['200', '404']);
    await page.locator('[id$="tag/erreurs"]').evaluate((element) => element.scrollIntoView());
    expect(await page.getByText('service_indisponible', { exact: true }).count()).toBe(1);
  });

  it.each(LOOKS)(
    'is, at $what, no wider than the screen, and has no serious fault for those who do not see it',
    ({ look }) => look(page, viewport.width),
    LONG_MS,
  );

  it('asks nobody but the gateway that serves it, and complains of nothing but the calls that were refused', () => {
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((url) => new URL(url).origin !== system.url && !/^(data|blob):/.test(url))).toEqual([]);
    expect(complaints.filter((complaint) => !/40[13]/.test(complaint))).toEqual([]);
  });
});

describe('the tokens of the local system', () => {
  it('are told to the page of that system, and to no page of another origin', async () => {
    const other = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<title>x</title>'),
    );
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const page = await browser.newPage();
    const read = (how: string) =>
      page.evaluate(`fetch('${system.url}${TOKENS}'${how}).then((a) => a.status + ' ' + a.type, (e) => e.message)`);
    try {
      // Any answer of the gateway is a page of its origin, and this one loads nothing more.
      await page.goto(`${system.url}/openapi.json`);
      expect(await read('')).toBe('200 basic');
      await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
      expect(await read('')).toBe('Failed to fetch');
      expect(await read(", { mode: 'no-cors' }")).toMatch(/^(0 opaque|Failed to fetch)$/);
    } finally {
      await page.close();
      other.close();
    }
  });

  it('are for that system alone: a rehearsal on AWS takes none of them', async () => {
    const answer = await fetch(system.url + TOKENS, { headers: { 'sec-fetch-site': 'same-origin' } });
    const people = (await answer.json()) as { nom: string; jeton: string }[];
    expect(people.map(({ nom }) => nom)).toEqual(['bibliothécaire', expect.stringMatching(/^adhérent \(.+\)$/)]);
    const rehearsal = await deployArguments(['--stage', 'essai']);
    const taken = rehearsal.map((one) => /^--param=jwt_audience=(.*)/.exec(one)?.[1]).filter(Boolean);
    expect(taken).toHaveLength(1);
    expect(people.map(({ jeton }) => decodeJwt(jeton).aud)).not.toContain(taken[0]);
  });

  it.each([
    ['a program that does not say that it is the page', {}],
    ['a page that was sent there by another', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ])('are not told to %s', async (_, headers) => {
    const answer = await fetch(system.url + TOKENS, { headers: headers as Record<string, string> });
    expect([answer.status, await answer.text()]).toEqual([403, '']);
    expect(answer.headers.get('access-control-allow-origin')).toBe(null);
  });
});
