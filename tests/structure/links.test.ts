import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { anchorOf, pages, read, root } from './pages.ts';

const anchorsOf = (page: string): string[] =>
  Array.from(read(page).matchAll(/^#+ (.*)$/gm), ([, heading = '']) => anchorOf(heading));

test.each(pages)('each relative link of %s leads to something, and to a heading that is there', (page) => {
  const targets = Array.from(read(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => decodeURIComponent(target));
  const isLost = (target: string): boolean => {
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? page : join(dirname(page), file);
    if (!existsSync(new URL(path, root))) return true;
    return anchor !== undefined && !anchorsOf(path).includes(anchor);
  };
  expect(targets.filter((target) => !/^\w+:/.test(target) && isLost(target))).toEqual([]);
});
