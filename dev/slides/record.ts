import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { signToken } from '../local/keys.ts';
import { addresses } from '../local/stage.ts';
import { INBOX, RECORDED, type Recorded } from './recorded.ts';

/**
 * Asks the local system, just started, what the slides show, and writes its answers and a picture of its inbox. The
 * people and the books are those of the seed; what is lent, returned and paid here stays so until the next start.
 */

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Maëlys Lefèvre-Dumoulin, who has two late loans and owes a penalty. */
const LATE_MEMBER = 'c5ac6e9a-df19-45ea-8eee-a53744eb2452';
const LATE_LOAN = '0fe2f730-a1a5-4b19-b4e5-2fe2940c8a82';
/** The card of Aminata Ndiaye, who may borrow. */
const CARD = '1006140683';
/** « L'Étranger ». */
const BOOK = 'd425b8cf-e802-48db-90c8-f2039af53a46';

/** Those that docs/openapi.yaml knows. */
const HEADERS = ['cache-control', 'content-type', 'etag', 'location', 'x-request-id'];

const token = await signToken('bibliothecaire');
const recorded: Record<string, Recorded> = {};

/** Makes a call and keeps it under a name. @returns the body of the answer */
async function call(name: string, method: string, path: string, body?: object) {
  const answer = await fetch(`${addresses.api}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const received = JSON.parse(await answer.text());
  if (answer.ok === (name === 'refused')) throw new Error(`${name} a reçu ${answer.status} : relancez « npm start ».`);
  const headers = Object.fromEntries(
    HEADERS.flatMap((header) => {
      const value = answer.headers.get(header);
      return value === null ? [] : [[header, value]];
    }),
  );
  recorded[name] = { method, path, ...(body && { sent: body }), status: answer.status, headers, body: received };
  return received;
}

await call('verify', 'GET', `/utilisateurs/${LATE_MEMBER}/verification?nom=lefevre-dumoulin&prenom=maelys`);
await call('refused', 'POST', '/emprunts', { utilisateur_id: LATE_MEMBER, livre_id: BOOK });
const { penalite } = await call('returned', 'POST', `/emprunts/${LATE_LOAN}/retour`);
await call('paid', 'POST', `/utilisateurs/${LATE_MEMBER}/penalites/${penalite.id}/paiements`, {
  montant: 4,
  moyen: 'carte',
});
await call('found', 'GET', '/livres?titre=etranger&auteur=camus');
await call('available', 'GET', `/livres/${BOOK}/disponibilite`);
await call('lent', 'POST', '/emprunts', { numero_carte: CARD, livre_id: BOOK });
await call('notified', 'POST', '/emprunts/retards/notifications');
await writeFile(RECORDED, `${JSON.stringify(recorded, null, 2)}\n`);

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
// High enough for every mail, so that nothing has to scroll.
const page = await browser.newPage({
  viewport: { width: 560, height: 8_000 },
  deviceScaleFactor: 2,
  timezoneId: 'Europe/Paris',
});
await page.goto(addresses.inbox);
const mail = page.locator('.email', { hasText: 'Maëlys' }).first();
await mail.getByRole('button', { name: 'Toggle HTML view' }).click();
const sheet = mail.frameLocator('iframe').locator('body > *').last();
const [frame, end] = [await mail.boundingBox(), await sheet.boundingBox()];
if (!frame || !end) throw new Error('The inbox does not show the mail.');
// The inbox's frame goes on, empty, below the mail.
const clip = { ...frame, height: end.y + end.height + 16 - frame.y };
await page.screenshot({ path: INBOX, clip, animations: 'disabled' });
await browser.close();
