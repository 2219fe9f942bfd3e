import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];

test.each(pages.filter((page) => page.endsWith('.md')))('each relative link of %s leads to something', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const targets = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target.replace(/#.*$/, ''));
  const files = targets.filter((target) => target && !/^\w+:/.test(target));
  expect(files.filter((file) => !existsSync(join(root, dirname(page), decodeURIComponent(file))))).toEqual([]);
});
