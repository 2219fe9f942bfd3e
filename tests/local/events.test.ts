import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startMail, stopMail } from '../support/mail.ts';
import { writeSeed } from '../support/seeded.ts';
import { services } from '../support/services.ts';

const folder = new URL('../events/', import.meta.url);
const context = { awsRequestId: 'an-id', functionName: 'a-function', getRemainingTimeInMillis: () => 20_000 };

/** What the functions without a route answer, each to its event. */
const REPORTS: Record<string, object> = {
  'users-standing': { comptes: [expect.objectContaining({ version: expect.any(Number) })] },
  'users-owner': { utilisateur_id: expect.any(String) },
  'users-open-loan': { resultat: 'deplace' },
  'users-close-loan': { resultat: 'fait' },
  'users-open-hold': { resultat: 'deplace' },
  'users-close-hold': { resultat: 'fait' },
  // The event of the call that deletes an account has left its mark.
  'users-sweep': { suppressions_terminees: 0, marques_en_attente: 1, suppressions_restantes: 0 },
  'users-penalties': { impayees: [expect.any(String)] },
  'books-standing': { livres: [expect.objectContaining({ version: expect.any(Number) })], exemplaire: null },
  'books-take-copy': { resultat: 'deplace' },
  'books-return-copy': { reservation: null },
  'books-recover-copy': { reservation: null },
  'books-holds': { reservations: expect.any(Array), versions: {}, suivant: null },
  'books-place-hold': { resultat: 'deplace' },
  'books-leave-queue': { resultat: 'fait' },
  'books-suspend-hold': { resultat: 'deplace' },
  'books-settle-titles': { expirees: [], suivant: null },
  // Everybody was already written to, by the event of the call that does the same.
  'loans-notify-daily': { notifications_envoyees: 0, utilisateurs_notifies: 0, sans_adresse: 0 },
  'loans-notify-holds': { notifications_envoyees: 0, utilisateurs_notifies: 0, sans_adresse: 0 },
  'loans-sweep-holds': { expirees: 0, restantes: 0 },
  'loans-forget': { trouves: 0, restants: 0 },
  'loans-forget-old': { oublies: expect.any(Number), impayes: expect.any(Number), restants: 0 },
  'loans-reconcile': { regles: 0, restants: 0, en_souffrance: 0 },
  'identity-token': expect.objectContaining({
    response: {
      claimsAndScopeOverrideDetails: expect.objectContaining({
        idTokenGeneration: {
          claimsToAddOrOverride: { role: 'adherent', utilisateur_id: expect.any(String) },
          claimsToSuppress: [],
        },
      }),
    },
  }),
};

let mail: Server;

beforeAll(async () => {
  mail = await startMail();
  await writeSeed();
});

afterAll(() => stopMail(mail));

describe.each(
  services.map(({ functions }) => [Object.keys(functions)[0]?.split('-')[0] as string, functions] as const),
)('the service of %s', (service, functions) => {
  const own = new URL(`${service}/`, folder);

  test('has an event for each function, and none is left over', () => {
    const names = readdirSync(own).map((file) => `${service}-${basename(file, '.js')}`);
    expect(names.sort()).toEqual(Object.keys(functions).sort());
  });

  test.each(Object.entries(functions))('%s does what its event asks', async (name, { handler, events = [] }) => {
    const { 'module.exports': event } = await import(new URL(`${name.replace(`${service}-`, '')}.js`, own).href);
    expect(event.routeKey).toBe(events[0]?.httpApi);

    const [, path, exported] = /^(.+)\.(\w+)$/.exec(handler) as unknown as [string, string, string];
    const module = await import(new URL(`../../${path}.ts`, import.meta.url).href);
    const answer = await module[exported](event, context);
    if (event.routeKey) expect(Math.floor(answer.statusCode / 100)).toBe(2);
    else expect(answer).toEqual(REPORTS[name]);
  });
});
