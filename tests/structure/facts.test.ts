import { globSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FACTS } from './facts.ts';
import { pages, read, root } from './pages.ts';

/** Each number that stands in the pages is that of its source, wherever it stands. */

const WORDS: Record<string, number> = Object.fromEntries(
  (
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit ' +
    'dix-neuf vingt vingt-et-un vingt-deux vingt-trois'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
Object.assign(WORDS, { une: 1, trente: 30, cent: 100, 'deux cents': 200, mille: 1000 });

const words = Object.keys(WORDS).sort((a, b) => b.length - a.length);
const NUMBER = `(?<![\\p{L}\\d])(\\d[\\d\\s]*\\d(?:,\\d+)?|\\d(?:,\\d+)?|${words.join('|')})(?![\\p{L}]{2})`;

const numberIn = (text: string): number =>
  WORDS[text.toLowerCase()] ?? Number(text.replaceAll(/\s/g, '').replace(',', '.'));

/** What a reader sees, however it is marked: emphasis, code, apostrophes and spaces do not matter. */
const plain = (file: string): string =>
  read(file)
    .replaceAll(/[*`]/g, '')
    .replaceAll('’', "'")
    .replaceAll(/[^\S\n]/g, ' ');

const texts = new Map(
  [
    ...pages,
    ...globSync('docs/diagrams/*.mmd', { cwd: root.pathname }),
    'docs/openapi.yaml',
    'politique.yml',
    'serverless.yml',
  ].map((file) => [file, plain(file)]),
);

const patternOf = (said: string) => new RegExp(said.replaceAll(/ (?![*+?])/g, '\\s+').replaceAll('#', NUMBER), 'gimu');

const rows = FACTS.flatMap(([is, ...said]) => said.map((words) => ({ words, is: [is].flat() })));

test.each(rows)('each page that says « $words » says it of the number of its source', ({ words, is }) => {
  const found = Array.from(texts, ([file, text]) =>
    Array.from(text.matchAll(patternOf(words)), ([, ...numbers]) => ({ file, is: numbers.map(numberIn) })),
  ).flat();
  expect(is.filter((one) => !Number.isFinite(one))).toEqual([]);
  expect(found).not.toEqual([]);
  expect(found.filter((one) => String(one.is) !== String(is))).toEqual([]);
});
