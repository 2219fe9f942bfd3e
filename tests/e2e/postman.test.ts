import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type LocalEnvironment, localEnvironment, variable } from '../../dev/local/postman.ts';
import { OPERATIONS, operationAt } from '../../dev/postman/document.ts';
import { FILE, type Played, play } from '../../dev/postman/run.ts';
import { routes } from '../support/services.ts';
import { type System, startSystem } from '../support/system.ts';

/** The whole collection as Postman would run it, against a system of the suite's own. */

jest.setTimeout(300_000);

let system: System;
let inbox: string;
let environment: LocalEnvironment;

beforeAll(async () => {
  system = await startSystem();
  inbox = `http://localhost:${system.env.MAIL_PORT}`;
  environment = await localEnvironment({ api: system.url, inbox, database: system.dynamodb });
});

afterAll(() => system?.stop());

const failuresOf = (all: readonly Played[]): string[] =>
  all.flatMap(({ name, failures }) => failures.map((failure) => `${name} : ${failure}`));

const leftOut = (all: readonly Played[]): string[] => all.filter(({ request }) => !request).map(({ name }) => name);

interface Page {
  elements: { id: string }[];
  curseur_suivant?: string;
}

/** A librarian's call. */
async function ask<T>(method: string, path: string): Promise<T> {
  const authorization = `Bearer ${variable(environment, 'jeton_bibliothecaire')}`;
  const response = await fetch(system.url + path, { method, headers: { authorization } });
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** Ids of everything that can be listed. */
async function contents(): Promise<string[]> {
  const ids: string[] = [];
  for (const list of ['/utilisateurs', '/livres', '/emprunts/retards']) {
    let next: string | undefined = `${list}?limite=100`;
    while (next) {
      const page: Page = await ask('GET', next);
      ids.push(...page.elements.map(({ id }) => id));
      next = page.curseur_suivant && `${list}?limite=100&curseur=${page.curseur_suivant}`;
    }
  }
  return ids;
}

/** As after many demonstrations by hand: nothing is late any more, and the seeded member has left. */
async function useUpTheSeeds(): Promise<void> {
  const member = variable(environment, 'adherent_id');
  for (const list of ['/emprunts/retards', `/utilisateurs/${member}/emprunts`]) {
    const { elements } = await ask<Page>('GET', `${list}?limite=100`);
    for (const { id } of elements) await ask('POST', `/emprunts/${id}/retour`);
  }
  await ask('DELETE', `/utilisateurs/${member}`);
}

/** Runs a script of the project's where the system was started. */
function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const ran = promisify(execFile)(process.execPath, ['--disable-warning=DEP0176', ...args], {
    cwd: system.folder,
    env,
  });
  return ran.then(
    (said) => ({ code: 0, ...said }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

interface Entry {
  name: string;
  item?: Entry[];
  request?: { method: string; description: string; url: { host: string[]; path: string[] } };
  response?: object[];
}

const requestsIn = (entries: readonly Entry[]): Required<Entry>[] =>
  entries.flatMap((entry) => (entry.item ? requestsIn(entry.item) : [entry as Required<Entry>]));

const { item } = JSON.parse(await readFile(FILE, 'utf8'));
const requests = requestsIn(item);
const names = requests.map(({ name }) => name);

describe('the committed collection', () => {
  test('is what its sources make', async () => {
    expect(await run('dev/postman/build.ts', '--check')).toMatchObject({ code: 0, stderr: '' });
  });

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
      'emprunt_en_retard',
      'emprunts_en_retard',
      'erreur_interne',
      'limite_emprunts_atteinte',
      'limite_prolongations_atteinte',
      'service_indisponible',
    ]);
  });

  test('describes each request, and has an example of each answer of the API', () => {
    const ofApi = requests.filter(({ request }) => request.url.host[0] === '{{base_url}}');
    expect(requests.filter(({ request }) => !request.description)).toEqual([]);
    expect(ofApi.filter(({ response }) => response.length === 0)).toEqual([]);
  });

  test('names each request apart from the others', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('has the requests that the tour in the README names', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const tour = readme.slice(readme.indexOf('**A new member**'), readme.indexOf('## Operations'));
    const named = [...tour.matchAll(/«\s(.+?)\s»/g)].map(([, name]) => name as string);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('run against a system', () => {
  test('holds whole, leaves out nothing, and leaves nothing behind', async () => {
    const before = await contents();
    const all = await play(environment);
    expect(failuresOf(all)).toEqual([]);
    expect(leftOut(all)).toEqual([]);
    expect(await contents()).toEqual(before);
  });

  test('holds again, each folder alone, when the seeds are used up and time and mails are real, as on AWS', async () => {
    await useUpTheSeeds();
    const before = await contents();
    const local = ['base_de_donnees', 'inbox'];
    const values = environment.values.map((one) => (local.includes(one.key) ? { ...one, value: '' } : one));
    const all: Played[] = [];
    for (const { name } of item as Entry[]) all.push(...(await play({ name: 'hosted', values }, { folder: name })));
    expect(failuresOf(all)).toEqual([]);
    // Time cannot be made to pass, and the seeded member has left.
    expect(leftOut(all)).toEqual(expect.arrayContaining(['Quatre semaines passent', 'Lit un compte : par l’adhérent']));
    const returned = all.find(({ name }) => name === 'Zoé rend le recueil')?.response?.json();
    expect(returned).toMatchObject({ penalite: null });
    expect(await contents()).toEqual(before);
  });
});

/** Something else that answers over HTTP. */
async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0);
  await once(server, 'listening');
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

describe('a list that lags behind what was written, as an index on AWS does', () => {
  test.each([
    ['is waited for', 3, 4, true],
    ['is not waited for longer than a while', Number.POSITIVE_INFINITY, 6, false],
  ])('%s', async (_, rightFrom, asked, isFound) => {
    let times = 0;
    const { server, url } = await serve(({ method, url }, response) => {
      const isTheList = method === 'GET' && url?.endsWith('/emprunts');
      if (isTheList) times += 1;
      const elements = times >= rightFrom ? [{ id: 'x' }] : [];
      response.writeHead(method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isTheList ? { elements } : { id: 'x' }));
    });
    const values = [{ key: 'base_url', value: url }];
    const all = await play({ name: 'lagging', values }, { folder: '3. L’emprunt' });
    server.close();
    const { failures = [] } = all.find(({ name }) => name === 'Les emprunts de Zoé') ?? {};
    expect(times).toBe(asked);
    expect(!failures.some((failure) => failure.startsWith('un emprunt, un seul'))).toBe(isFound);
  });
});

describe('the demonstration in a terminal', () => {
  const demo = (...files: string[]) => run('dev/postman/demo.ts', ...files);

  test('tells the story and says that all is right, without colours in a file', async () => {
    const { code, stdout, stderr } = await demo();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('7. Fermer la boutique');
    expect(stdout).toContain('tout est juste');
    expect(stdout).not.toContain('\u001b');
  });

  test('fails when a check does', async () => {
    const file = join(system.folder, 'forged.json');
    await writeFile(file, JSON.stringify(environment).replaceAll(/"eyJ[^"]+"/g, '"faux"'));
    const { code, stdout } = await demo(file);
    expect(code).toBe(1);
    expect(stdout).toContain('✗');
  });

  test.each([
    ['nothing was started', () => undefined],
    ['nothing answers any more', () => 'http://localhost:1'],
    ['another program answers', () => inbox],
  ])('says in one line that %s', async (what, address) => {
    const file = join(system.folder, `${what}.json`);
    if (address()) await writeFile(file, JSON.stringify({ values: [{ key: 'base_url', value: address() }] }));
    const { code, stdout, stderr } = await demo(file);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('npm start')]);
  });
});
