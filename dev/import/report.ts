import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { csvHeader, csvLine } from './csv/write.ts';

/**
 * The records that were refused, in a file beside theirs, which can be mended and imported again. They may be people:
 * nobody else on the machine reads it.
 */

export class Report {
  readonly path: string;
  readonly #columns: readonly string[];
  #isBegun = false;

  /** A report that is there may have been mended since, and stays. */
  constructor(file: string, columns: readonly string[]) {
    let n = 1;
    while (existsSync(named(file, n))) n += 1;
    this.path = named(file, n);
    this.#columns = columns;
  }

  get isEmpty(): boolean {
    return !this.#isBegun;
  }

  add(rows: readonly string[][]): void {
    if (!this.#isBegun) writeFileSync(this.path, csvHeader(this.#columns), { mode: 0o600 });
    this.#isBegun = true;
    appendFileSync(this.path, rows.map(csvLine).join(''));
  }
}

/** `livres.csv` has `livres.csv.refus.csv` beside it, then `livres.csv.refus-2.csv`. */
const named = (file: string, n: number): string => `${file}.refus${n === 1 ? '' : `-${n}`}.csv`;
