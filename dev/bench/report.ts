import { readFile, writeFile } from 'node:fs/promises';
import { markdown, type Sitting } from './support/publish.ts';

/** npm run bench:report: puts the last tables of every part into docs/performance.md, between its marks. */
const DOCUMENT = new URL('../../docs/performance.md', import.meta.url);
const MARKED = /(<!-- bench:(\w+) -->\n)[\s\S]*?(<!-- \/bench -->)/g;

const sitting = async (part: string): Promise<Sitting> =>
  JSON.parse(await readFile(new URL(`../../.bench/${part}.json`, import.meta.url), 'utf8'));

const section = ({ tables, machine, date, commit }: Sitting) =>
  [...tables.map(markdown), `*${machine} ; ${date.slice(0, 10)} ; ${commit}*`].join('\n\n');

const text = await readFile(DOCUMENT, 'utf8');
const sections = new Map<string, string>();
for (const [, , part = ''] of text.matchAll(MARKED)) sections.set(part, section(await sitting(part)));
await writeFile(
  DOCUMENT,
  text.replace(MARKED, (_, open, part, close) => `${open}\n${sections.get(part)}\n\n${close}`),
);
