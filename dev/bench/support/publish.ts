import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, totalmem } from 'node:os';

const RESULTS = new URL('../../../.bench/', import.meta.url);

/** Rows of figures; the columns are those of the first row, in its order. */
export interface Table {
  /** What the table shows, in French: it stands above it on the screen and in the documents. */
  title: string;
  rows: Record<string, string | number>[];
}

/** What a part has found, and where and when. */
export interface Sitting {
  part: string;
  machine: string;
  date: string;
  commit: string;
  tables: Table[];
}

const machine = () => {
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${gib} Gio, ${process.platform} ${arch()}, Node ${process.version}`;
};
const commit = () => execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();

const cell = (value: string | number | undefined) =>
  typeof value === 'number' ? value.toLocaleString('fr', { maximumFractionDigits: 2 }) : (value ?? '');

/** The table in Markdown, numbers to the right. */
export function markdown({ title, rows }: Table): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const isNumber = (column: string) => rows.some((row) => typeof row[column] === 'number');
  return [
    `**${title}**`,
    '',
    line(columns),
    line(columns.map((column) => (isNumber(column) ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => cell(row[column])))),
  ].join('\n');
}

/**
 * Prints a part's tables and keeps them in `.bench/<part>.json`, with the machine, the day and the commit.
 * @param raw what the tables were made from, as far as somebody may want to look at it again
 */
export async function publish(part: string, tables: Table[], raw?: unknown): Promise<void> {
  for (const table of tables) console.log(`\n${markdown(table)}`);
  const file = new URL(`${part}.json`, RESULTS);
  await mkdir(RESULTS, { recursive: true });
  const sitting: Sitting = { part, machine: machine(), date: new Date().toISOString(), commit: commit(), tables };
  await writeFile(file, `${JSON.stringify({ ...sitting, raw }, null, 2)}\n`);
  console.log(`\n${sitting.machine}, ${sitting.date.slice(0, 10)}, ${sitting.commit} : ${file.pathname}`);
}
