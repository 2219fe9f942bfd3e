import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import type { User } from '../../../lib/users/schema.ts';
import { librarian } from '../../support/api.ts';
import { startSystem } from '../../support/system.ts';
import { system } from './system.ts';

/** What is made of the sources while a system runs. */

const PAUSE_MS = 100;
const LONG_MS = 120_000;
const ANSWERS_410 = 'export const handler = async () => ({ statusCode: 410 });\n';

let file: string;
let source: string;

beforeAll(async () => {
  file = join(system.folder, 'functions/not-found.ts');
  source = await readFile(file, 'utf8');
});

/** Asks again until it is so: when a change is noticed is the bundler's affair. The test's own time ends it. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await wait(PAUSE_MS);
}

const answers = (url: string, status: number) => async () => (await fetch(`${url}/rien`)).status === status;

async function loanLimit(url: string): Promise<number> {
  const headers = { authorization: `Bearer ${librarian}` };
  const ask = async (path: string) => (await fetch(url + path, { headers })).json();
  const { elements } = (await ask('/utilisateurs?limite=100')) as { elements: User[] };
  const adult = elements.find(({ adhesion }) => adhesion.categorie === 'adulte');
  return ((await ask(`/utilisateurs/${adult?.id}/verification`)) as { limite_emprunts: number }).limite_emprunts;
}

test(
  'a source that is changed is served, by a second system of the same folder under its own policy too, and while it has a fault the last good one is',
  async () => {
    const policy = join(system.folder, 'autre.yml');
    const shipped = await readFile(join(system.folder, 'politique.yml'), 'utf8');
    await writeFile(policy, shipped.replace('emprunts: 5', 'emprunts: 4'));
    const over = { POLITIQUE: policy, DYNAMODB_ENDPOINT: system.dynamodb };
    const other = await startSystem({ folder: system.folder, over });
    try {
      // A function keeps what it has loaded: a change has all of them loaded again.
      await writeFile(file, ANSWERS_410);
      for (const { url } of [system, other]) await until(answers(url, 410));
      expect([await loanLimit(system.url), await loanLimit(other.url)]).toEqual([5, 4]);
    } finally {
      await other.stop();
    }

    await writeFile(file, 'export const handler = ;\n');
    await until(() => system.said().includes('Unexpected ";"'));
    expect(await answers(system.url, 410)()).toBe(true);

    await writeFile(file, source);
    await until(answers(system.url, 404));
  },
  LONG_MS,
);
