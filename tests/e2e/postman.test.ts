import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Addresses,
  type LocalEnvironment,
  localEnvironment,
  readEnvironment,
  variable,
  writeEnvironment,
} from '../../dev/local/postman.ts';
import { build } from '../../dev/postman/build.ts';
import { FILE, folders } from '../../dev/postman/collection.ts';
import { type Folder, isFolder, type Step, stepsOf } from '../../dev/postman/model.ts';
import { type Entry, type Example, pathOf } from '../../dev/postman/render.ts';
import { type Played, play } from '../../dev/postman/run.ts';
import { SCHEMAS } from '../../dev/postman/schemas.ts';
import { story } from '../../dev/postman/story.ts';
import { newCheckout } from '../support/checkout.ts';
import { faultsBy } from '../support/conformance.ts';
import type { Schema } from '../support/openapi.ts';
import { freePort } from '../support/port.ts';
import { routes } from '../support/services.ts';

/** The whole collection as Postman would run it, against a system of the suite's own. */

const LONG = 180_000;

let system: ChildProcess;
let addresses: Addresses;
let environment: LocalEnvironment;
let folder: string;
let checkout: Awaited<ReturnType<typeof newCheckout>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-'));
  checkout = await newCheckout();
  const [http, lambda, dynamodb, mail] = await Promise.all([0, 1, 2, 3].map(freePort));
  addresses = {
    api: `http://localhost:${http}`,
    inbox: `http://localhost:${mail}`,
    database: `http://localhost:${dynamodb}`,
  };
  system = spawn(process.execPath, ['node_modules/serverless/bin/serverless.js', 'offline', 'start'], {
    cwd: checkout.folder,
    // Not this process's environment: it names the suites' own database and tables.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(http),
      LAMBDA_PORT: String(lambda),
      DYNAMODB_PORT: String(dynamodb),
      MAIL_PORT: String(mail),
      COURRIELS_PAR_SECONDE: '1000',
      SLS_LOG_LEVEL: 'warning',
    },
    // By the last one it stops should the tests be killed.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  for await (const line of createInterface({ input: system.stdout as Readable })) {
    if (line.includes('ouverte')) break;
  }
  // Left unread, its journal would fill the pipe and stop it.
  system.stdout?.resume();
  environment = await localEnvironment(addresses);
}, LONG);

afterAll(async () => {
  system.kill('SIGTERM');
  await once(system, 'exit');
  await checkout.remove();
  await rm(folder, { recursive: true });
}, LONG);

const failuresOf = (all: readonly Played[]): string[] =>
  all.flatMap(({ path, failures }) => failures.map((failure) => `${path} : ${failure}`));

const leftOut = (all: readonly Played[]): string[] => all.filter(({ request }) => !request).map(({ name }) => name);

interface Page {
  elements: { id: string }[];
  curseur_suivant?: string;
}

/** A librarian's call. */
async function ask<T>(method: string, path: string): Promise<T> {
  const authorization = `Bearer ${variable(environment, 'jeton_bibliothecaire')}`;
  const response = await fetch(addresses.api + path, { method, headers: { authorization } });
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

interface Requested extends Entry {
  request: { method: string; description: string; url: { path: string[] } };
}

const requestsIn = (entries: readonly Entry[]): Requested[] =>
  entries.flatMap((entry) => (entry.item ? requestsIn(entry.item) : [entry as Requested]));

const entriesByPath = (entries: readonly Entry[], above: string[] = []): [string, Entry][] =>
  entries.flatMap((entry): [string, Entry][] =>
    entry.item ? entriesByPath(entry.item, [...above, entry.name]) : [[pathOf(above, entry.name), entry]],
  );

const stepsByPath = ({ name, steps }: Folder, above: string[] = []): [string, Step][] =>
  steps.flatMap((entry): [string, Step][] =>
    isFolder(entry) ? stepsByPath(entry, [...above, name]) : [[pathOf([...above, name], entry.name), entry]],
  );

/** How a saved example differs from what its request expects. */
function faultsOf({ code, body }: Example, { reply }: Step): string[] {
  if (code !== reply.status) return [`has status ${code}, not ${reply.status}`];
  const shape = SCHEMAS.find(({ name }) => name === reply.schema);
  if (!shape) return body === '' ? [] : ['has a body'];
  const answer = JSON.parse(body);
  if (reply.code && answer.code !== reply.code) return [`has code ${answer.code}, not ${reply.code}`];
  return faultsBy(shape.schema as Schema, answer);
}

describe('the committed collection', () => {
  test('is what its sources make', async () => {
    expect(await readFile(FILE, 'utf8')).toBe(await build());
  });

  test('has every public operation', async () => {
    const { item } = JSON.parse(await readFile(FILE, 'utf8'));
    const present = requestsIn(item).map(
      ({ request: { method, url } }) => `${method} /${url.path.join('/').replaceAll(/:(\w+)/g, '{$1}')}`,
    );
    expect(routes.map(({ key }) => key).filter((key) => !present.includes(key))).toEqual([]);
  });

  test('describes each request and has an example of it', async () => {
    const { item } = JSON.parse(await readFile(FILE, 'utf8'));
    const lacking = requestsIn(item).filter(({ request, response }) => !request.description || !response?.length);
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  test('has examples that are such answers as their requests expect', async () => {
    const { item } = JSON.parse(await readFile(FILE, 'utf8'));
    const steps = new Map(folders.flatMap((all) => stepsByPath(all)));
    const faults = entriesByPath(item).flatMap(([path, { response = [] }]) =>
      response.flatMap((example) => faultsOf(example, steps.get(path) as Step).map((fault) => `${path} : ${fault}`)),
    );
    expect(faults).toEqual([]);
  });

  test('has the requests that the tour in the README names', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const tour = readme.slice(readme.indexOf('**A new member**'), readme.indexOf('## Operations'));
    const named = [...tour.matchAll(/«\s(.+?)\s»/g)].map(([, name]) => name as string);
    const { item } = JSON.parse(await readFile(FILE, 'utf8'));
    const present = requestsIn(item).map(({ name }) => name);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !present.includes(name))).toEqual([]);
  });

  // An example is kept by its request's path, and the demonstration knows its steps by their names.
  test('names each request apart from the others', () => {
    const pathsOf = ({ name, steps }: Folder): string[] =>
      steps.flatMap((entry) => (isFolder(entry) ? pathsOf(entry) : [entry.name]).map((path) => pathOf([name], path)));
    const names = [...folders.flatMap(pathsOf), ...stepsOf(story).map(({ name }) => name)];
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('run against a fresh system', () => {
  test.each(['first', 'second'])(
    'everything holds the %s time, and nothing is left behind',
    async () => {
      const before = await contents();
      const all = await play(environment);
      expect(failuresOf(all)).toEqual([]);
      expect(leftOut(all)).toEqual([]);
      expect(await contents()).toEqual(before);
    },
    LONG,
  );

  test(
    'the story holds where time cannot be made to pass and mail would be real, as on AWS',
    async () => {
      const hosted = {
        ...environment,
        values: environment.values.map(({ key, value }) => ({
          key,
          value: ['base_de_donnees', 'inbox', 'jeton_adherent'].includes(key) ? '' : value,
        })),
      };
      const all = await play(hosted);
      expect(failuresOf(all)).toEqual([]);
      expect(leftOut(all)).toContain('Quatre semaines passent');
      expect(all.find(({ name }) => name === 'Zoé rend le recueil')?.response?.json()).toMatchObject({
        penalite: null,
      });
    },
    LONG,
  );

  test(
    'everything still holds when the seeded data is used up',
    async () => {
      await useUpTheSeeds();
      expect((await ask<Page>('GET', '/emprunts/retards')).elements).toEqual([]);
      const all = await play(environment);
      expect(failuresOf(all)).toEqual([]);
      expect(leftOut(all)).toEqual(['Son compte', 'Sa vérification', 'Ses pénalités', 'Ses emprunts']);
    },
    LONG,
  );
});

/** Something else that answers over HTTP. */
async function serve(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener).listen(0);
  await once(server, 'listening');
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

describe('a list that lags behind what was written, as an index on AWS does', () => {
  const WANTED = { id: 'x' };

  /** The requests for that list when it is right from one of them on. */
  async function asked(rightFrom: number) {
    let times = 0;
    const { server, url } = await serve((request, response) => {
      const isTheList = request.url?.startsWith('/utilisateurs?nom=');
      if (isTheList) times += 1;
      const elements = times >= rightFrom ? [WANTED] : [];
      const status = request.method === 'POST' ? 201 : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isTheList ? { elements } : WANTED));
    });
    const values = [{ key: 'base_url', value: url }];
    const all = await play({ name: 'lagging', values }, { folder: 'Comptes' });
    server.close();
    const { failures = [] } = all.find(({ name }) => name === 'Chercher par nom') ?? {};
    return { times, isFound: !failures.some((failure) => failure.startsWith('trouve le compte')) };
  }

  test('is waited for', async () => {
    expect(await asked(3)).toEqual({ times: 4, isFound: true });
  });

  test('is not waited for longer than a while', async () => {
    expect(await asked(Number.POSITIVE_INFINITY)).toEqual({ times: 6, isFound: false });
  });
});

/** `npm run demo`, in the environment that the start has written or in another. */
const demo = (...files: string[]) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--disable-warning=DEP0176', 'dev/postman/demo.ts', ...files],
      { cwd: checkout.folder, env: { PATH: process.env.PATH, HOME: process.env.HOME } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });

describe('the demonstration in a terminal', () => {
  test.each(['first', 'second'])(
    'tells the story and says that all is right, without colours in a file, the %s time',
    async () => {
      const { code, stdout, stderr } = await demo();
      expect(stderr).toBe('');
      expect(code).toBe(0);
      expect(stdout).toContain('7. Fermer la boutique');
      expect(stdout).toContain('tout est juste');
      expect(stdout).not.toContain('\u001b');
    },
    LONG,
  );

  test('fails when a check does', async () => {
    const file = join(folder, 'forged.json');
    await writeFile(file, JSON.stringify(environment).replaceAll(/"eyJ[^"]+"/g, '"faux"'));
    const { code, stdout } = await demo(file);
    expect(code).toBe(1);
    expect(stdout).toContain('✗');
  });

  test.each([
    ['nothing was started', undefined],
    ['nothing answers any more', 'http://localhost:1'],
    ['another program answers', 'the inbox'],
  ])('says in one line that %s', async (what, address) => {
    const api = address === 'the inbox' ? addresses.inbox : address;
    const file = join(folder, `${what}.json`);
    if (api) await writeFile(file, JSON.stringify({ values: [{ key: 'base_url', value: api }] }));
    const { code, stdout, stderr } = await demo(file);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('npm start')]);
  });
});

describe('the local environment', () => {
  test('is written at start, over that of a system which is gone', async () => {
    const file = join(folder, 'written.json');
    await writeFile(file, JSON.stringify({ values: [{ key: 'base_url', value: 'http://localhost:1' }] }));
    expect(await writeEnvironment(addresses, file)).toBeUndefined();
    const written = await readEnvironment(file);
    expect(variable(written, 'base_url')).toBe(addresses.api);
    expect(variable(written, 'jeton_bibliothecaire')).toMatch(/^eyJ/);
    expect(variable(written, 'jeton_adherent')).toMatch(/^eyJ/);
  });

  test.each([
    ['refuses', 401, '{"elements":[]}'],
    ['gives no list', 200, '{}'],
    ['speaks no JSON', 200, '<h1>Bonjour</h1>'],
  ])('is not left to a program that %s', async (_what, status, body) => {
    const program = await serve((_request, response) => response.writeHead(status).end(body));
    const file = join(folder, 'foreign.json');
    await writeFile(file, JSON.stringify({ values: [{ key: 'base_url', value: program.url }] }));
    expect(await writeEnvironment(addresses, file)).toBeUndefined();
    expect(variable(await readEnvironment(file), 'base_url')).toBe(addresses.api);
    program.server.close();
  });

  test('is left to another system that still runs', async () => {
    const file = join(folder, 'other.json');
    await writeEnvironment(addresses, file);
    expect(await writeEnvironment({ ...addresses, api: 'http://localhost:1' }, file)).toBe(addresses.api);
    expect(variable(await readEnvironment(file), 'base_url')).toBe(addresses.api);
  });

  test('has the same variables as the one to fill in for AWS', async () => {
    const hosted = await readEnvironment(new URL('../../postman/aws.postman_environment.json', import.meta.url));
    const namesOf = ({ values }: { values: { key: string }[] }) => values.map(({ key }) => key).sort();
    expect(namesOf(hosted)).toEqual(namesOf(await localEnvironment(addresses)));
  });
});
