import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { librarian } from '../../support/api.ts';
import { drawn, often } from '../../support/extent.ts';
import { newShell, nodeArgsOf } from '../../support/script.ts';
import { ran } from './script.ts';
import { system } from './system.ts';

/** The two commands that a librarian runs, against the running system. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SAMPLES = join(ROOT, 'docs/reprise');
const SEED = Date.now() % 2 ** 31;
const KILLS = often({ everyday: 2, thorough: 10 });
const BOOKS = often({ everyday: 150, thorough: 400 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const env = { ...newShell(), JETON: librarian };
const atSystem = (args: string[]) => [...args, '--url', system.url];
const byNpm = (args: string[]) => ['run', '--silent', 'import', '--', ...atSystem(args)];

const run = (command: 'import' | 'export', ...args: string[]) => ran(command, atSystem(args), env);

/** The rows of the catalogue as it goes out, of the copies whose barcodes begin so. */
async function rowsOut(barcodes: string): Promise<string[]> {
  const file = join(folder, 'livres.csv');
  rmSync(file, { force: true });
  expect(await run('export', file)).toMatchObject({ code: 0, stderr: '' });
  const rows = readFileSync(file, 'utf8').split('\r\n');
  // The id is the library's own.
  return rows.filter((row) => row.includes(`;${barcodes}`)).map((row) => row.slice(row.indexOf(';')));
}

describe('npm run export', () => {
  /** What an import brings back is looked at with the import: an everyday run takes one of these out. */
  const coming = drawn(['livres.mrc', 'livres.xml', 'utilisateurs.csv'], () => 'file', 'files to export');

  test.each([...coming, 'emprunts.csv', 'reservations.csv'])(
    'takes %s out whole, and leaves no part of it',
    async (name) => {
      const { code, stderr } = await run('export', join(folder, name));
      expect([code, stderr]).toEqual([0, '']);
      expect(readFileSync(join(folder, name)).length).toBeGreaterThan(1_000);
      expect(readdirSync(folder).filter((file) => file.endsWith('.partiel'))).toEqual([]);
    },
  );

  test('says in one line that the file is there already, and leaves it as it is', async () => {
    const file = join(mkdtempSync(join(folder, 'present-')), 'livres.csv');
    writeFileSync(file, 'corrigé');
    const { code, stdout, stderr } = await run('export', file);
    expect([code, stdout, readFileSync(file, 'utf8')]).toEqual([1, '', 'corrigé']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/existe déjà.*supprimez-le/)]);
  });

  test('says in one line that it cannot write there', async () => {
    expect(await run('export', join(folder, 'nulle part', 'livres.csv'))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^« .*livres\.csv » ne peut pas être écrit : son dossier n’existe pas\.\n$/),
    });
  });
});

const linesIn = (path: string): number => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0);

describe('npm run import', () => {
  const samples = readdirSync(SAMPLES).filter((name) => !name.endsWith('.md'));

  test.each(drawn(samples, () => 'sample', 'samples of the documentation'))(
    'brings %s of the documentation in',
    async (name) => {
      const file = join(folder, name);
      writeFileSync(file, readFileSync(join(SAMPLES, name)));
      const simulated = await run('import', file, '--simulation');
      const { code, stdout, stderr } = await run('import', file);
      expect([simulated.code, code, stderr]).toEqual([0, 0, '']);
      expect(stdout).toMatch(/ 0 refusé$/m);
      expect(simulated.stdout.split('\n').at(-2)).toBe(stdout.split('\n').at(-2));
    },
  );

  test('says in one line that a file is none that can be read, and sends nothing', async () => {
    const file = join(folder, 'catalogue.xlsx');
    writeFileSync(file, Buffer.from('504b0304140000000800', 'hex'));
    const { code, stdout, stderr } = await run('import', file);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/archive|classeur|CSV/)]);
  });

  test(`killed at ${KILLS} instants (seed ${SEED}), it goes on and comes to the same`, async () => {
    const rows = Array.from({ length: BOOKS }, (_, n) => `Livre tué ${n};Auteur ${n % 7};TUE-${n};R ${n}`);
    const file = join(folder, 'tue.csv');
    writeFileSync(file, ['titre;auteur;code_barres;cote', ...rows].join('\n'));
    let random = SEED;
    for (let n = 0; n < KILLS; n += 1) {
      random = (random * 48_271 + 11) % 2_147_483_647;
      // It notes each book when it begins and when it is done. Counted so, and not by a clock, it is killed at work.
      const lines = linesIn(`${file}.reprise`) + (random % Math.ceil((2 * BOOKS) / KILLS));
      const import_ = spawn(process.execPath, [...nodeArgsOf('import'), ...atSystem([file])], {
        cwd: ROOT,
        env,
        stdio: 'ignore',
      });
      while (import_.exitCode === null && linesIn(`${file}.reprise`) < lines) await sleep(5);
      if (import_.kill('SIGKILL')) await once(import_, 'exit');
    }
    const { code, stdout } = await run('import', file);
    expect([code, stdout.trim().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(`^${BOOKS} lus = .* 0 refusé$`),
    ]);
    const expected = rows.map((_, n) => `;Livre tué ${n};Auteur ${n % 7};;;;;livre;;TUE-${n};R ${n};;en_service`);
    expect((await rowsOut('TUE-')).sort()).toEqual(expected.sort());
  }, 180_000);

  test('interrupted by Ctrl-C, it says that it can be gone on from, and goes on', async () => {
    const file = join(folder, 'interrompu.csv');
    const rows = Array.from({ length: BOOKS }, (_, n) => `Livre interrompu ${n};INT-${n}`);
    writeFileSync(file, ['titre;code_barres', ...rows].join('\n'));
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    const import_ = spawn('npm', byNpm([file]), { cwd: ROOT, env, detached: true, stdio });
    const said = text(import_.stdout as Readable);
    // What was begun is noted.
    const journal = `${file}.reprise`;
    while (!existsSync(journal) || !readFileSync(journal, 'utf8').includes('"fait"')) await sleep(5);
    process.kill(-(import_.pid as number), 'SIGINT');
    if (import_.exitCode === null && import_.signalCode === null) await once(import_, 'exit');
    // npm ends by the signal itself.
    expect(import_.exitCode).not.toBe(0);
    expect(await said).toMatch(/Interruption.*reprend où elle s’est arrêtée/s);
    expect(await run('import', file)).toMatchObject({ code: 0, stdout: expect.stringContaining('a été interrompu') });
    expect(await rowsOut('INT-')).toHaveLength(BOOKS);
  }, 60_000);
});
