import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALLOWED, FORMS, type Planted, REFUSED, UNSEEN } from './planted.ts';

/** All imports are planted at once in a scratch copy of the project, where the two tools of `npm run lint` run once. */

interface Violation {
  from: string;
  to: string;
  rule: { name: string; severity: string };
  cycle?: { name: string }[];
}

interface Report {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: Violation[]; ruleSetUsed: { forbidden: { name: string }[] } };
}

interface BiomeReport {
  diagnostics: { category: string; location: { path: string } }[];
}

const ROOT = resolve(import.meta.dirname, '../..');
const COPIED = ['package.json', '.gitignore', '.dependency-cruiser.js', 'biome.json', 'dev/lint'];

let scratch: string;
let violations: Violation[];
/** Every import that was read. */
let read: Pick<Violation, 'from' | 'to'>[];
let walls: string[];
let refusedByBiome: string[];

const isOurs = (path: string) => /^(lib|functions|dev|seed|tests)\//.test(path);
const specifierOf = ([from, to]: Planted) => (isOurs(to) ? `./${posix.relative(posix.dirname(from), to)}` : to);

async function plant() {
  const lines: Record<string, string[]> = {};
  const fileOf = (path: string) => (lines[path] ??= ['export type Leaf = string;']);
  for (const planted of [...Object.values(REFUSED).flat(), ...ALLOWED]) {
    const [from, to, form = 'value'] = planted;
    fileOf(from).push(FORMS[form](specifierOf(planted)));
    if (isOurs(to) && !to.includes('missing')) fileOf(to);
  }
  for (const [path, line] of Object.entries(UNSEEN)) fileOf(path).push(line);
  for (const [path, content] of Object.entries(lines)) {
    await mkdir(join(scratch, dirname(path)), { recursive: true });
    await writeFile(join(scratch, path), content.join('\n'));
  }
}

/** What a tool of the project prints about the scratch copy. Its status is of no interest: it says what is wrong. */
const printedBy = (tool: string, ...parameters: string[]) =>
  new Promise<string>((done) => {
    const options = { cwd: scratch, maxBuffer: 2 ** 26, env: { ...process.env, NODE_OPTIONS: '' } };
    execFile(process.execPath, [join(ROOT, 'node_modules', tool), ...parameters], options, (_, output) => done(output));
  });

/** The folders that the check of the walls reads in a build. */
async function foldersOfLint(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  return /dependency-cruise\.mjs ([a-z ]+)/.exec(scripts.lint)?.[1]?.trim().split(' ') as string[];
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'walls-'));
  await symlink(join(ROOT, 'node_modules'), join(scratch, 'node_modules'), 'junction');
  for (const name of COPIED) await cp(join(ROOT, name), join(scratch, name), { recursive: true });
  await plant();

  const asJson = ['--output-type', 'json', '--preserve-symlinks'];
  const { modules, summary }: Report = JSON.parse(
    await printedBy('dependency-cruiser/bin/dependency-cruise.mjs', ...asJson, ...(await foldersOfLint())),
  );
  violations = summary.violations;
  walls = summary.ruleSetUsed.forbidden.map(({ name }) => name);
  read = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );

  const ofBiome = ['lint', '--reporter=json', '--max-diagnostics=none', 'lib', 'functions'];
  const { diagnostics }: BiomeReport = JSON.parse(await printedBy('@biomejs/biome/bin/biome', ...ofBiome));
  refusedByBiome = diagnostics
    .filter(({ category }) => ['plugin', 'lint/style/noCommonJs'].includes(category))
    .map(({ location }) => location.path);
});

afterAll(() => rm(scratch, { recursive: true }));

/** Whether an import that was read is the planted one, however the tool names what is imported. */
function isIt(planted: Planted, { from, to }: Pick<Violation, 'from' | 'to'>): boolean {
  const [importing, imported] = planted;
  const names = [imported, specifierOf(planted), imported.replace('node:', '')];
  const folders = [`node_modules/${imported}/`, `node_modules/@types/${imported}/`];
  return from === importing && (names.includes(to) || folders.some((path) => to.startsWith(path)));
}

const rulesAgainst = (planted: Planted) =>
  violations
    .filter(({ cycle, ...found }) => {
      const circle = cycle?.map(({ name }) => name);
      return circle ? circle.includes(planted[0]) && circle.includes(planted[1]) : isIt(planted, found);
    })
    .map(({ rule }) => `${rule.severity}: ${rule.name}`);

describe.each(Object.entries(REFUSED))('the wall %s', (wall, imports) => {
  it.each(imports.map((planted) => [...planted, 'value'].slice(0, 3) as Required<Planted>))(
    'keeps %s from importing %s by %s',
    (...planted) => {
      expect(rulesAgainst(planted)).toContain(`error: ${wall}`);
    },
  );
});

describe('the walls', () => {
  it.each(ALLOWED)('let %s import %s', (...planted) => {
    expect(read.some((found) => isIt(planted, found))).toBe(true);
    expect(rulesAgainst(planted)).toEqual([]);
  });

  it('are each tried by a bad import', () => {
    expect(Object.keys(REFUSED).sort()).toEqual(walls.sort());
  });
});

describe('an import that the walls cannot see', () => {
  it.each(Object.keys(UNSEEN))('is refused by Biome in %s', (path) => {
    expect(refusedByBiome).toContain(path);
  });

  it('is not a dynamic import by a literal path', () => {
    expect(refusedByBiome).not.toContain('lib/users/penalties.ts');
  });
});
