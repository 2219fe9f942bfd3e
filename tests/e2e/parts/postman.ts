import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { type LocalEnvironment, localEnvironment, variable } from '../../../dev/local/postman.ts';
import { OPERATIONS, operationAt } from '../../../dev/postman/document.ts';
import { FILE, type Played, play } from '../../../dev/postman/run.ts';
import type { User } from '../../../lib/users/schema.ts';
import { librarian } from '../../support/api.ts';
import { routes } from '../../support/services.ts';
import { system } from './system.ts';

/** The collection as Postman would run it. */

const newEnvironment = (): Promise<LocalEnvironment> =>
  localEnvironment({
    api: system.url,
    inbox: `http://localhost:${system.env.MAIL_PORT}`,
    database: system.dynamodb,
  });

const failuresOf = (all: readonly Played[]): string[] =>
  all.flatMap(({ name, failures }) => failures.map((failure) => `${name} : ${failure}`));

const leftOut = (all: readonly Played[]): string[] => all.filter(({ request }) => !request).map(({ name }) => name);

interface Page {
  elements: { id: string; date_echeance?: string }[];
  curseur_suivant?: string;
}

/** What was due after this day becomes late when the day ends while the tests run. */
const LATE_BEFORE = new Date(Date.now() - 2 * 24 * 3600 * 1000).toISOString().slice(0, 10);

/** A librarian's call. */
async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${librarian}`, 'content-type': 'application/json' };
  const response = await fetch(system.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** Ids of everything that can be listed, what is late only now apart. */
async function contents(): Promise<string[]> {
  const ids: string[] = [];
  for (const list of ['/utilisateurs', '/livres', '/emprunts/retards']) {
    let next: string | undefined = `${list}?limite=100`;
    while (next) {
      const page: Page = await ask('GET', next);
      for (const { id, date_echeance = LATE_BEFORE } of page.elements) if (date_echeance <= LATE_BEFORE) ids.push(id);
      next = page.curseur_suivant && `${list}?limite=100&curseur=${page.curseur_suivant}`;
    }
  }
  return ids;
}

/** As after many demonstrations by hand: nothing is late any more, and the seeded member has left, who answered for others. */
async function useUpTheSeeds(member: string): Promise<void> {
  for (const list of ['/emprunts/retards', `/utilisateurs/${member}/emprunts`]) {
    const { elements } = await ask<Page>('GET', `${list}?limite=100`);
    for (const { id } of elements) await ask('POST', `/emprunts/${id}/retour`);
  }
  // What was due on the day of seeding may be late by now.
  const debts = await ask<Page>('GET', `/utilisateurs/${member}/penalites?statut=impayee&limite=100`);
  for (const { id } of debts.elements)
    await ask('POST', `/utilisateurs/${member}/penalites/${id}/annulation`, { motif: 'Fin de la démonstration' });
  const { elements: people } = await ask<{ elements: User[] }>('GET', '/utilisateurs?limite=100');
  for (const { id, adhesion } of people)
    if (adhesion.responsable_id === member)
      await ask('PATCH', `/utilisateurs/${id}`, { adhesion: { responsable_id: null } });
  await ask('DELETE', `/utilisateurs/${member}`);
}

interface Entry {
  name: string;
  item?: Entry[];
  request?: { method: string; url: { path: string[] }; body?: { raw: string } };
}

const requestsIn = (entries: readonly Entry[]): Required<Entry>[] =>
  entries.flatMap((entry) => (entry.item ? requestsIn(entry.item) : [entry as Required<Entry>]));

// Read at once: a part that awaits while it is loaded would come after the next, which is not to come before it.
const requests = requestsIn(JSON.parse(readFileSync(FILE, 'utf8')).item);
const names = requests.map(({ name }) => name);

describe('the committed collection', () => {
  test('has every public operation', () => {
    const present = requests.map(
      ({ request: { method, url } }) => operationAt(`${method} /${url.path.join('/')}`)?.route,
    );
    expect(routes.map(({ key }) => key).filter((key) => !present.includes(key))).toEqual([]);
  });

  test('brings about each refusal that the reference has, but for those that a request alone cannot', () => {
    const missing = OPERATIONS.flatMap(({ summary, responses }) =>
      Object.values(responses).flatMap(({ content }) =>
        Object.entries(content?.['application/problem+json']?.examples ?? {}).flatMap(([code, { value }]) =>
          ((value.motifs as string[] | undefined) ?? [code]).filter(
            (reason) => !names.some((name) => name.startsWith(`${summary} : `) && name.includes(reason)),
          ),
        ),
      ),
    );
    expect([...new Set(missing)].sort()).toEqual([
      'compte_est_responsable',
      'emprunt_en_retard',
      'emprunts_en_retard',
      'erreur_interne',
      'file_complete',
      'limite_emprunts_atteinte',
      'limite_prolongations_atteinte',
      'non_empruntable',
      'non_reservable',
      'responsable_a_un_responsable',
      'responsable_est_le_compte',
      'service_indisponible',
      'trop_de_mouvements',
    ]);
  });

  test('names no day that will be over, whenever it is sent', () => {
    const days = requests.flatMap(
      ({ request: { body } }) => body?.raw?.match(/"(?!date_naissance)\w+": "20\d\d-.*?"/g) ?? [],
    );
    expect(new Set(days)).toEqual(new Set(['"jusqu_au": "2099-12-31"']));
  });

  test('names each request apart from the others', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('the collection, run against the system', () => {
  test('passes as a whole, leaves out no request, and leaves nothing behind', async () => {
    const before = await contents();
    const all = await play(await newEnvironment());
    expect(failuresOf(all)).toEqual([]);
    expect(leftOut(all)).toEqual([]);
    expect(await contents()).toEqual(before);
  }, 300_000);

  test('passes folder by folder when the seeds are used up and time and mails are real, as on AWS', async () => {
    const environment = await newEnvironment();
    await useUpTheSeeds(variable(environment, 'adherent_id'));
    const before = await contents();
    const local = ['base_de_donnees', 'inbox'];
    const values = environment.values.map((one) => (local.includes(one.key) ? { ...one, value: '' } : one));
    const all: Played[] = [];
    // Those whose requests are left out there, and one of those that are not.
    for (const folder of ['Démonstration', 'Lit un compte', 'Prolonge un emprunt'])
      all.push(...(await play({ name: 'hosted', values }, { folder })));
    expect(failuresOf(all)).toEqual([]);
    // Time cannot be made to pass, and the seeded member has left.
    expect(leftOut(all)).toEqual(expect.arrayContaining(['Quatre semaines passent', 'Lit un compte : par l’adhérent']));
    const returned = all.find(({ name }) => name === 'Zoé rend le recueil')?.response?.json();
    expect(returned).toMatchObject({ penalite: null });
    expect(await contents()).toEqual(before);
  }, 300_000);

  test.each([
    ['is waited for', 3, 4, true],
    ['is not waited for longer than a while', Number.POSITIVE_INFINITY, 6, false],
  ])('a list that lags behind, as an index on AWS does, %s', async (_, rightFrom, asked, isFound) => {
    let times = 0;
    const server = createServer(({ method, url }, response) => {
      const isTheList = method === 'GET' && url?.endsWith('/emprunts');
      if (isTheList) times += 1;
      const elements = times >= rightFrom ? [{ id: 'x' }] : [];
      response.writeHead(method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isTheList ? { elements } : { id: 'x' }));
    }).listen(0);
    await once(server, 'listening');
    const values = [{ key: 'base_url', value: `http://localhost:${(server.address() as AddressInfo).port}` }];
    const all = await play({ name: 'lagging', values }, { folder: '3. L’emprunt' });
    server.close();
    const { failures = [] } = all.find(({ name }) => name === 'Les emprunts de Zoé') ?? {};
    expect(times).toBe(asked);
    expect(!failures.some((failure) => failure.startsWith('un emprunt, un seul'))).toBe(isFound);
  });
});

describe('npm run demo', () => {
  /** @param moved the variables that say where the system is; without them, the environment file says it */
  async function demo(moved: Record<string, string | undefined> = {}) {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...moved };
    const args = ['run', '--silent', 'demo'];
    const ran = promisify(execFile)('npm', args, { cwd: system.folder, env });
    return ran.then(
      (said) => ({ code: 0, ...said }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );
  }
  const written = () => join(system.folder, 'postman/local.postman_environment.json');

  test('tells the story and says that all is right, without colours in a file', async () => {
    const { code, stdout, stderr } = await demo(system.env);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('9. Fermer la boutique');
    expect(stdout).toContain('tout est juste');
    expect(stdout).not.toContain('\u001b');
  }, 120_000);

  test('fails when a check does', async () => {
    await writeFile(written(), JSON.stringify(await newEnvironment()).replaceAll(/"eyJ[^"]+"/g, '"faux"'));
    const { code, stdout } = await demo();
    expect(code).toBe(1);
    expect(stdout).toContain('✗');
  }, 120_000);

  test.each([
    ['nothing was started', undefined],
    ['another program answers', 'MAIL_PORT'],
  ])('says in one line that %s', async (_, port) => {
    const values = [{ key: 'base_url', value: `http://localhost:${system.env[String(port)]}` }];
    if (port) await writeFile(written(), JSON.stringify({ values }));
    else await rm(written());
    const { code, stdout, stderr } = await demo();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('npm start')]);
  });
});
