import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { readEnvironment, variable } from '../local/postman.ts';

/** Photographs docs/images/inbox.png: the mail emulator's page after the notices of the running system. */

const FILE = fileURLToPath(new URL('../../docs/images/inbox.png', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Those whose text is shown, from the top: the latest. */
const OPENED = 2;

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 990 }, timezoneId: 'Europe/Paris' });
  await page.goto(variable(await readEnvironment(), 'inbox'));
  const openers = page.getByRole('button', { name: 'Toggle text view' });
  for (let index = 0; index < OPENED; index += 1) await openers.nth(index).click();
  await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
  await page.screenshot({ path: FILE });
} finally {
  await browser.close();
}
