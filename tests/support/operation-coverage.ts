import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { operations } from './openapi.ts';

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
 * statuses at least once. Run for some files only, it says nothing.
 */
export default class OperationCoverage {
  readonly #isWhole: boolean;
  #file = '';
  #missing: string[] = [];

  constructor({ testPathPatterns, testNamePattern, onlyChanged, findRelatedTests, shard }: Selection) {
    this.#isWhole = !(testPathPatterns.isSet() || testNamePattern || onlyChanged || findRelatedTests || shard);
  }

  /** Before any worker starts, which then knows where to tell what it has seen. */
  onRunStart(): void {
    this.#file = join(mkdtempSync(join(tmpdir(), 'operations-')), 'seen');
    writeFileSync(this.#file, '');
    process.env.OPERATIONS_SEEN = this.#file;
  }

  onRunComplete(): void {
    const seen = new Set(readFileSync(this.#file, 'utf8').split('\n'));
    rmSync(dirname(this.#file), { recursive: true });
    if (!this.#isWhole) return;
    const documented = operations.flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    );
    this.#missing = documented.filter((answer) => !seen.has(answer));
    console.log(`${documented.length - this.#missing.length} of ${documented.length} documented answers were given.`);
    for (const answer of this.#missing) console.log(`No test has had this answer: ${answer}`);
  }

  getLastError(): Error | undefined {
    return this.#missing.length > 0 ? new Error('docs/openapi.yaml promises answers that no test has had') : undefined;
  }
}
