import { globSync, readFileSync } from 'node:fs';

/** The pages that people read: what they say, in prose and in code. */

export const root = new URL('../../', import.meta.url);
export const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

export const pages = ['README.md', ...globSync('docs/{,reprise/}*.md', { cwd: root.pathname })].sort();

const CODE = /```[\s\S]*?```|`[^`\n]*`/g;

/** The text of a page without its code, the targets of its links and its comments, as many lines as it had. */
export const proseOf = (page: string): string =>
  read(page).replaceAll(/```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)|<!--.*?-->|https?:\S+/g, (hidden) =>
    hidden.replaceAll(/[^\n]+/g, '`'),
  );

/** All that is code in a page. */
export const codeOf = (page: string): string[] => Array.from(read(page).matchAll(CODE), ([code]) => code);

/** What a heading is called in an address, as GitHub makes it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

/** The rows of every table in a text, cell by cell. */
export const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
