import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allGranted } from './services.ts';
import { operations } from './shared/openapi.ts';

/**
 * These operations read no table themselves, so that no fault at the wire brings about their 500: a mistake of the
 * service that they ask is a 503.
 */
export const WITHOUT_TABLE = ['loans-list-shelf', 'loans-list-holds-by-book'];

const told = new Set<string>();

const seenIn = (folder: string) => join(folder, 'seen');

/** Tells the whole run what has happened in a test: an answer given, a right used. */
export function tell(what: string): void {
  if (told.has(what) || !process.env.RUN_FOLDER) return;
  told.add(what);
  appendFileSync(seenIn(process.env.RUN_FOLDER), `${what}\n`);
}

/** What jest's options choose among the tests. */
interface Selection {
  testPathPatterns: { isSet(): boolean };
  testNamePattern?: string;
  onlyChanged: boolean;
  findRelatedTests: boolean;
  shard?: object;
}

/**
 * A jest reporter: when every suite ran, every operation must have answered with each of its documented
 * statuses at least once, and every function used each of its rights. Run for some files only, it says nothing.
 */
export default class WholeRun {
  readonly #isWhole: boolean;
  #folder = '';
  #missing: string[] = [];

  constructor({ testPathPatterns, testNamePattern, onlyChanged, findRelatedTests, shard }: Selection) {
    const someNames = (testNamePattern ?? '') !== this.allNames;
    this.#isWhole = !(testPathPatterns.isSet() || someNames || onlyChanged || findRelatedTests || shard);
  }

  /** Before any worker starts, which then knows where to tell what it has seen, and from what to draw. */
  onRunStart(): void {
    process.env.TEST_SEED ??= String(Date.now() % 2 ** 31);
    console.log(`TEST_SEED=${process.env.TEST_SEED}`);
    process.env.RUN_FOLDER = this.#folder = mkdtempSync(join(tmpdir(), 'run-'));
    writeFileSync(seenIn(this.#folder), '');
    // What the tests start is compiled once in a run.
    process.env.NODE_COMPILE_CACHE ??= join(this.#folder, 'compiled');
  }

  onRunComplete(): void {
    const seen = new Set(readFileSync(seenIn(this.#folder), 'utf8').split('\n'));
    rmSync(this.#folder, { recursive: true, maxRetries: 5 });
    if (!this.#isWhole) return;
    this.#missing = this.missing(seen);
    for (const missing of this.#missing) console.log(missing);
  }

  /** The pattern that the configuration itself gives for the names of tests. */
  protected get allNames(): string {
    return '';
  }

  /** What the whole run lacks, in words. */
  protected missing(seen: Set<string>): string[] {
    const documented = operations
      .flatMap(({ operationId, responses }) => Object.keys(responses).map((status) => `${operationId} ${status}`))
      .filter((answer) => !WITHOUT_TABLE.some((name) => answer === `${name} 500`));
    const answers = documented.filter((answer) => !seen.has(answer));
    const rights = allGranted().filter((right) => !seen.has(right));
    console.log(`${documented.length - answers.length} of ${documented.length} documented answers were given.`);
    return [
      ...answers.map((answer) => `No test has had this answer: ${answer}`),
      ...rights.map((right) => `No test has needed this right: ${right}`),
    ];
  }

  getLastError(): Error | undefined {
    return this.#missing.length > 0 ? new Error(this.#missing.join('\n')) : undefined;
  }
}
