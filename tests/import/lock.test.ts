import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { librarian } from '../support/api.ts';
import { newShell, nodeArgsOf } from '../support/script.ts';
import { catalogue, useImportDesk } from './desk.ts';

/** Two processes that import one file. */

const { library, desk } = useImportDesk();

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BOOKS = 'titre;code_barres\nUn;AB-1\nDeux;AB-2\nTrois;AB-3\n';

/** As npm runs it, without npm. */
const started = (file: string): ChildProcess =>
  spawn(process.execPath, [...nodeArgsOf('import'), file, '--url', library.address], {
    cwd: ROOT,
    env: { ...newShell(), JETON: librarian },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function ended(import_: ChildProcess) {
  const said = Promise.all([text(import_.stdout as Readable), text(import_.stderr as Readable)]);
  const [code] = await once(import_, 'exit');
  const [stdout, stderr] = await said;
  return { code, lines: stdout.trim().split('\n'), errors: stderr.trim() };
}

/** The library answers no request that makes something. @returns what comes when one waits, and what lets them go on */
function holding(): { waits: Promise<void>; answer: () => void } {
  const held: (() => void)[] = [];
  let isHolding = true;
  const waits = new Promise<void>((resolve) => {
    library.hold = ({ method }) => {
      if (!isHolding || method !== 'POST') return Promise.resolve();
      resolve();
      return new Promise((answered) => held.push(answered));
    };
  });
  const answer = () => {
    isHolding = false;
    for (const answered of held) answered();
  };
  return { waits, answer };
}

test('the second is refused in one line, and nothing is made twice', async () => {
  const file = desk.file('livres.csv', BOOKS);
  const { waits, answer } = holding();
  const first = started(file);
  const end = ended(first);
  await waits;
  expect(await ended(started(file))).toEqual({
    code: 1,
    lines: [''],
    errors: expect.stringMatching(/^Un import de ce fichier est déjà en cours : [^\n]*$/),
  });
  const simulation = await desk.bring(file, ['--simulation']);
  expect(simulation.counts.lus).toBe(3);
  answer();
  expect(await end).toMatchObject({ code: 0, errors: '' });
  expect(await catalogue(library.client())).toHaveLength(3);
  expect(readdirSync(desk.folder)).toEqual(['livres.csv']);
});
