import { globSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { codeOf, pages, proseOf, read, root, rowsOf } from './pages.ts';

/** What is typed in a page can be typed, and what is written is written as French is. */

describe.each(pages)('%s', (page) => {
  test('names npm scripts that there are', () => {
    const named = codeOf(page).flatMap((code) =>
      Array.from(code.matchAll(/\bnpm (?:run )?(?:--silent )?([\w:]+)/g), ([, script = '']) => script),
    );
    expect(named.filter((script) => script !== 'ci' && !Object.hasOwn(packageJson.scripts, script))).toEqual([]);
  });

  test('has typographic apostrophes, and spaces that keep a sign with its word', () => {
    // What the tables of the questions hold are data.
    const lines = proseOf(page)
      .split('\n')
      .filter((line) => page !== 'docs/requetes.md' || !line.startsWith('|'));
    expect(lines.filter((line) => /'|« | »| [:;!?](?=\s|$)/.test(line))).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = read('README.md');

  test('has less than 1,200 words', () => {
    expect(readme.split(/\s+/).length).toBeLessThan(1200);
  });

  test('begins with twelve lines of English', () => {
    expect(readme.split('\n').filter((line) => line.startsWith('> '))).toHaveLength(12);
  });

  test('gives the commands that a submission runs', () => {
    const [, checks = ''] = /## Vérifier\n+```sh\n([\s\S]*?)```/.exec(readme) ?? [];
    const commands = Array.from(checks.matchAll(/^npm (?:run )?([\w:]+)/gm), ([, script = '']) => script);
    const submitted = read('.ci/run');
    expect(commands).toContain('test');
    expect(submitted).toContain('npm test');
    expect(commands.filter((script) => !new RegExp(`\\b${script}\\b`).test(submitted))).toEqual([]);
  });

  test('leads to every page', () => {
    const own = pages.filter((page) => page.startsWith('docs/') && !page.startsWith('docs/reprise/'));
    expect(own.filter((page) => !readme.includes(`(${page})`))).toEqual([]);
  });

  test('names the nine functions, each with its calls and its code', () => {
    const { length } = rowsOf(readme).filter((cells) => cells.length === 4 && cells[3]?.includes('(functions/'));
    expect(length).toBe(9);
  });
});

test('docs/deploiement.md has every parameter that a deploy takes, and no other', () => {
  const config = globSync(['serverless.yml', 'functions/**/*.yml', 'dev/aws/issuer.ts', 'dev/template/parameters.ts'], {
    cwd: root.pathname,
  });
  const taken = config.flatMap((file) =>
    Array.from(read(file).matchAll(/\bparam:(\w+)|'(sign_in_mail)'/g), ([, name, other]) => (name ?? other) as string),
  );
  const local = /_endpoint$/;
  const told = rowsOf(read('docs/deploiement.md')).flatMap(([names = '']) =>
    Array.from(names.matchAll(/`(\w+)`/g), ([, name = '']) => name),
  );
  expect(told.sort()).toEqual([...new Set(taken.filter((name) => !local.test(name)))].sort());
});
