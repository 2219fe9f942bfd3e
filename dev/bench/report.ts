import { execFileSync } from 'node:child_process';
import { arch, cpus, totalmem } from 'node:os';

export type Row = Record<string, string | number | undefined>;

const cell = (value: Row[string]) =>
  typeof value === 'number' ? value.toLocaleString('fr', { maximumFractionDigits: 2 }) : (value ?? '');

/** Prints a table as Markdown, so that it can be copied into a document. The columns are those of the first row. */
export function print(title: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const isNumber = (column: string) => rows.some((row) => typeof row[column] === 'number');
  const lines = [
    line(columns),
    line(columns.map((column) => (isNumber(column) ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => cell(row[column])))),
  ];
  console.log(`\n**${title}**\n\n${lines.join('\n')}`);
}

/** Says where and when the tables above were measured, and ends the process: with an error when a bound is broken. */
export function finish(faults: readonly string[]): never {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} Gio`;
  const system = `${process.platform} ${arch()}, Node ${process.version}`;
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  console.log(`\n*${machine}, ${system} ; ${new Date().toISOString().slice(0, 10)} ; ${commit}*\n`);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log('Toutes les exigences sont tenues.');
  process.exit(faults.length > 0 ? 1 : 0);
}

/** @returns the value below which that part of all values lies */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** @example median(rounds, ({ rate }) => rate) */
export const median = <T>(all: readonly T[], of: (one: T) => number): number => quantile(all.map(of), 0.5);
