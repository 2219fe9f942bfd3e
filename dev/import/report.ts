import { appendFileSync, writeFileSync } from 'node:fs';
import { csvHeader, csvLine } from './csv/write.ts';
import { notWritable } from './refusal.ts';

/**
 * The records that were refused, in a file beside theirs, which can be mended and imported again. They may be people:
 * nobody else on the machine reads it.
 */

export class Report {
  /** Of the file, as soon as a record was refused. */
  path: string | undefined;
  readonly #file: string;
  readonly #columns: readonly string[];

  constructor(file: string, columns: readonly string[]) {
    this.#file = file;
    this.#columns = columns;
  }

  add(rows: readonly string[][]): void {
    this.path ??= begun(this.#file, csvHeader(this.#columns));
    appendFileSync(this.path, rows.map(csvLine).join(''));
  }
}

/** A report that is there may have been mended since, and stays. @returns the path of the new one */
function begun(file: string, header: string): string {
  for (let n = 1; ; n += 1) {
    const path = named(file, n);
    try {
      writeFileSync(path, header, { mode: 0o600, flag: 'wx' });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritable(path, error);
    }
  }
}

/** `livres.csv` has `livres.csv.refus.csv` beside it, then `livres.csv.refus-2.csv`. */
const named = (file: string, n: number): string => `${file}.refus${n === 1 ? '' : `-${n}`}.csv`;
