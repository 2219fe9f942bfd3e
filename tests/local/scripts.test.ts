import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../', import.meta.url));
const scripts = Object.entries(packageJson.scripts);

/** Programs that Node brings everywhere, with words in which no shell finds anything to do. */
const COMMAND = /^(node|npm|npx)( [\w@./:=,-]+)*$/;
const isForEveryShell = (script: string) => script.split(' && ').every((command) => COMMAND.test(command));

describe('the shells of Windows', () => {
  test.each(scripts)('take npm run %s', (_, script) => expect(isForEveryShell(script)).toBe(true));

  test.each(['exec node a.mjs', 'PORT=1 node a.mjs', 'node a.mjs > b', 'node a.mjs $(b)', 'node *.mjs', "node -e '1'"])(
    'do not all take %s',
    (script) => expect(isForEveryShell(script)).toBe(false),
  );
});

describe('one line says what is to be done when a script is run', () => {
  let folder: string;
  /** The machine's own Node, not the one that the installation brings. */
  const PATH = process.env.PATH?.split(delimiter).filter((path) => !path.includes('node_modules'));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scripts-'));
    for (const name of ['package.json', 'dev', 'seed'])
      await cp(join(root, name), join(folder, name), { recursive: true });
  });

  afterAll(() => rm(folder, { recursive: true }));

  function expectOneLine(script: string, line: RegExp) {
    const env = { PATH: PATH?.join(delimiter) } as unknown as NodeJS.ProcessEnv;
    const { status, stdout, stderr } = spawnSync(script, { cwd: folder, env, shell: true, encoding: 'utf8' });
    expect({ status, stdout, lines: stderr.split('\n') }).toEqual({
      status: 1,
      stdout: '',
      lines: [expect.stringMatching(line), ''],
    });
  }

  /** The two ways in which a script begins: the check is the first module of its first program. */
  const BEGINNING = /^node (dev\/local\/start\.mjs|(--[\w-]+=\d+ )*--import \.\/dev\/local\/installed\.mjs )/;
  const BOTH = ['start', 'lint'] as const;

  test('whichever script it is', () => {
    expect(scripts.filter(([, script]) => !BEGINNING.test(script))).toEqual([]);
    expect(new Set(BOTH.map((name) => BEGINNING.exec(packageJson.scripts[name])?.[0])).size).toBe(2);
  });

  test.each(BOTH)('before the installation: npm run %s', (name) =>
    expectOneLine(packageJson.scripts[name], /^Rien n'est .*npm ci/),
  );

  test.each(BOTH)('by a Node that is too old: npm run %s', (name) => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`;
    const option = `--import data:text/javascript,${encodeURIComponent(older).replaceAll(/[()']/g, escape)}`;
    expectOneLine(packageJson.scripts[name].replace('node ', `node ${option} `), /^Node 20 .*18\.20\.4\.$/);
  });

  test('after an installation that broke off: npm start', async () => {
    const [present = ''] = Object.keys(packageJson.devDependencies);
    await mkdir(join(folder, 'node_modules', present), { recursive: true });
    await writeFile(join(folder, 'node_modules', present, 'package.json'), '{}');
    expectOneLine(packageJson.scripts.start, /^L'installation est incomplète .*npm ci/);
  });
});
