import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type LocalEnvironment, localEnvironment, variable } from '../../../dev/local/postman.ts';
import { type Folder, isFolder, stepsOf } from '../../../dev/postman/model.ts';
import { REFERENCE } from '../../../dev/postman/reference.ts';
import { type Played, play } from '../../../dev/postman/run.ts';
import { functions, story } from '../../../dev/postman/story.ts';
import type { User } from '../../../lib/users/schema.ts';
import { librarian } from '../../support/api.ts';
import { drawn, often } from '../../support/extent.ts';
import { newShell } from '../../support/script.ts';
import { ran } from './script.ts';
import { system } from './system.ts';

/** The collection as Postman would run it. */

const newEnvironment = (): Promise<LocalEnvironment> =>
  localEnvironment({
    api: system.url,
    inbox: `http://localhost:${system.env.MAIL_PORT}`,
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

/** @param moved the variables that say where the system is; without them, the environment file says it */
const demo = (moved: NodeJS.Dict<string> = {}) => ran('demo', [], { ...newShell(), ...moved });

/** It runs before the seeds are used up: the story needs a loan that is late. */
test('npm run demo tells the story and says that all is right, leaves out no request, and leaves behind what it found, but for one loan that was late', async () => {
  const late = await ask<Page>('GET', '/emprunts/retards?limite=100');
  const before = await contents();
  const { code, stdout, stderr } = await demo(system.env);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('9. Une famille, et la fin d’un compte');
  expect(stdout).toContain('tout est juste');
  expect(stdout.split('  →  ')).toHaveLength(stepsOf(story).length + 1);
  // Only a terminal is given colours.
  expect(stdout).not.toContain('\u001b');
  const after = await contents();
  const [returned, ...others] = before.filter((id) => !after.includes(id));
  expect(late.elements.map(({ id }) => id)).toContain(returned);
  expect([others, after]).toEqual([[], before.filter((id) => id !== returned)]);
}, 120_000);

const foldersOf = (folders: readonly Folder[]): Folder[] => folders.flatMap(({ steps }) => steps.filter(isFolder));

describe('the collection, run against the system', () => {
  const [beginning, ...later] = story.steps.filter(isFolder);

  /** Of the three parts of the reference, which are made by one rule, an everyday run takes one. */
  const references = drawn(REFERENCE, () => 'reference', 'parts of the reference');
  const whole = [functions, ...references];

  test(`« ${whole.map(({ name }) => name).join(' », « ')} » pass as a whole, leave out no request, and leave nothing behind`, async () => {
    const before = await contents();
    const all = await play(await newEnvironment(), { only: whole.map(({ name }) => name) });
    expect(failuresOf(all)).toEqual([]);
    expect(leftOut(all)).toEqual([]);
    expect(all).toHaveLength(whole.flatMap(stepsOf).length);
    expect(await contents()).toEqual(before);
  }, 300_000);

  const namesIn = ({ name: above, steps }: Pick<Folder, 'name' | 'steps'>) =>
    steps.map(({ name }) => ({ above, name }));
  /** What a person may run by itself. All of them are made by a few rules: an everyday run takes one of each folder. */
  const alone = drawn(
    [
      ...foldersOf([functions, story]).flatMap(namesIn),
      ...namesIn({ name: 'folders', steps: foldersOf([functions, story]) }),
      ...namesIn({ name: 'reference', steps: foldersOf(REFERENCE) }),
    ],
    ({ above }) => above,
    'what passes alone',
  ).map(({ name }) => name);

  /** It has just passed in the whole, so that once is its second time; the variables of one run are left to the next. */
  const times = often({ everyday: 1, thorough: 2 });

  test('each function, chapter and folder passes alone, and again, and leaves nothing behind', async () => {
    const environment = await newEnvironment();
    const withoutLate = async () => (await contents()).filter((id) => !late.includes(id));
    const { elements } = await ask<Page>('GET', '/emprunts/retards?limite=100');
    const late = elements.map(({ id }) => id);
    const before = await withoutLate();
    for (const name of alone) {
      const all = await play(environment, { only: [name], times });
      expect([name, failuresOf(all), leftOut(all)]).toEqual([name, [], []]);
    }
    expect(await withoutLate()).toEqual(before);
  }, 300_000);

  test('passes when the seeds are used up and mails are real, as on AWS', async () => {
    const environment = await newEnvironment();
    await useUpTheSeeds(variable(environment, 'adherent_id'));
    const before = await contents();
    const values = environment.values.map((one) => (one.key === 'inbox' ? { ...one, value: '' } : one));
    // Those whose requests are left out there, and one of those that are not.
    const chapters = drawn(
      foldersOf(later).map(({ name }) => name),
      () => 'later',
      'chapters without seeds',
    );
    const only = ['Emprunts', beginning?.name as string, ...chapters, 'Lit un compte', 'Prolonge un emprunt'];
    const all = await play({ name: 'hosted', values }, { only });
    expect(failuresOf(all)).toEqual([]);
    const left = ['Notifier les utilisateurs en retard', 'Payer la pénalité', 'Lit un compte : par l’adhérent'];
    expect(leftOut(all)).toEqual(expect.arrayContaining(left));
    expect(all.find(({ name }) => name === 'Payer la pénalité')?.remarks.join()).toContain('personne n’est en retard');
    expect(await contents()).toEqual(before);
  }, 300_000);

  test.each([
    ['what to send first', 'Rendre par code-barres', {}, 'requêtes du chapitre « 7. Au guichet »'],
    [
      'that the library does not answer',
      'Enregistrer un emprunt',
      { base_url: 'http://localhost:1' },
      'lancez « npm start »',
    ],
    ['that no environment is chosen', 'Enregistrer un emprunt', { base_url: '' }, 'Choisissez d’abord'],
    [
      'that what prepares it was refused',
      'Enregistrer un emprunt',
      { jeton_bibliothecaire: 'faux' },
      '401 non_authentifie',
    ],
  ])('a request that cannot be sent says %s', async (_, only, over: Record<string, string>, said) => {
    const { values, ...rest } = await newEnvironment();
    const changed = values.map((one) => ({ ...one, value: over[one.key] ?? one.value }));
    const [played] = await play({ ...rest, values: changed }, { only: [only] });
    expect(played?.failures.join()).toContain(said);
  });

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
    const all = await play({ name: 'lagging', values }, { only: ['Lister les emprunts en cours d’un utilisateur'] });
    server.close();
    const [{ failures = [] } = {}] = all;
    expect(times).toBe(asked);
    expect(!failures.some((failure) => failure.startsWith('l’emprunt y est, seul'))).toBe(isFound);
  });
});

describe('npm run demo', () => {
  const written = () => join(system.folder, 'postman/local.postman_environment.json');

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

  test.each(['PORT', 'MAIL_PORT'])('names what does not answer at its port, and %s', async (name) => {
    const { code, stdout, stderr } = await demo({ ...system.env, [name]: '1' });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`http://localhost:1 (${name}) : `)]);
  });
});
