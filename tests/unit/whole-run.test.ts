import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import WholeRun from '../support/whole-run.ts';

/** What a run of every suite must have met, or be red: each documented answer and each right of a function. */

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  // The run that this is a test of has told its own there.
  jest.replaceProperty(process, 'env', { ...process.env });
});
afterEach(() => void jest.restoreAllMocks());

/** What is chosen among the tests. */
interface Chosen {
  paths?: string[];
  testNamePattern?: string;
  onlyChanged?: boolean;
  findRelatedTests?: boolean;
  shard?: object;
}

/** A run in which nothing happens. Jest makes a reporter with its own configuration and the reporter's options. */
function emptyRun({ paths = [], ...others }: Chosen, Reporter = WholeRun): Error | undefined {
  const configuration = {
    testPathPatterns: { isSet: () => paths.length > 0 },
    onlyChanged: false,
    findRelatedTests: false,
  };
  const reporter: WholeRun = Reflect.construct(Reporter, [{ ...configuration, ...others }, {}, {}]);
  reporter.onRunStart();
  reporter.onRunComplete();
  return reporter.getLastError();
}

test('a run of every suite that meets nothing is red, and says what it lacks', () => {
  const lacking = emptyRun({})?.message ?? '';
  expect(lacking).toContain('No test has had this answer: users-create 201');
  expect(lacking).toContain('No test has needed this right: users-create: ');
});

const PARTS: Chosen[] = [
  { paths: ['tests/unit'] },
  { testNamePattern: 'empty' },
  { onlyChanged: true },
  { findRelatedTests: true },
  { shard: { shardIndex: 1, shardCount: 2 } },
];

test.each(PARTS)('a run of some tests alone lacks nothing (%j)', (some) => {
  expect(emptyRun(some)).toBeUndefined();
});
