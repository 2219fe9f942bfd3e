import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newCheckout } from '../support/checkout.ts';
import { newShell } from '../support/script.ts';

/** A policy with faults: nothing starts and nothing is packaged, and the faults are told by their lines. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const SLS = join(root, 'node_modules/serverless/bin/serverless.js');
const NAME = 'fautive.yml';
const LONG_MS = 180_000;

let folder: string;
let checkout: Awaited<ReturnType<typeof newCheckout>>;
let lines: number[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'politique-'));
  checkout = await newCheckout();
  const shipped = await readFile(join(root, 'politique.yml'), 'utf8');
  const faulty = shipped.replace('amende_par_jour: 0.20', 'amende_par_jour: 0,20').replace('montant: 25', 'montant: x');
  await writeFile(join(folder, NAME), faulty);
  lines = ['amende_par_jour: 0,20', 'montant: x'].map(
    (found) => faulty.slice(0, faulty.indexOf(found)).split('\n').length,
  );
});

afterAll(async () => {
  await checkout.remove();
  await rm(folder, { recursive: true });
});

/** Runs a program to its end, in the shell of a newcomer who has chosen the policy with faults. */
async function run(args: string[], cwd: string, over: Record<string, string>) {
  const env = { ...newShell(), ...over };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, err };
}

const refusal = () => ({
  code: 1,
  out: '',
  err: [
    `La politique de prêt est refusée. À corriger dans ${join(folder, NAME)} :`,
    `- ligne ${lines[0]} : regles : */* : amende_par_jour : « 0,20 » : les décimales s’écrivent après un point, 0.20`,
    `- ligne ${lines[1]} : perte : montant : « x » : il faut une somme en euros, de 0.01 à 1000, avec deux décimales au plus`,
    '',
  ].join('\n'),
});

test(
  'the start is refused, the file being named relative to the folder in which the command is typed',
  async () => {
    expect(await run([join(root, 'dev/local/start.mjs')], folder, { POLITIQUE: NAME })).toEqual(refusal());
  },
  LONG_MS,
);

test(
  'sls package is refused before anything is made',
  async () => {
    const over = {
      POLITIQUE: join(folder, NAME),
      EXPEDITEUR: 'x',
    };
    const parameters = ['--stage', 'prod', '--param=cors_origins=x'];
    const { code, err } = await run([SLS, 'package', ...parameters], checkout.folder, over);
    expect([code, err]).toEqual([1, expect.stringContaining(refusal().err)]);
    for (const made of ['.serverless', '.bundles']) expect(existsSync(join(checkout.folder, made))).toBe(false);
  },
  LONG_MS,
);
