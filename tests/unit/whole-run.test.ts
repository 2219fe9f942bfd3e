import { afterEach, expect, jest, test } from '@jest/globals';
import WholeRun from '../support/whole-run.ts';

/** What a run of every suite must have met, or be red: each documented answer and each right of a function. */

const { RUN_FOLDER } = process.env;

afterEach(() => {
  jest.restoreAllMocks();
  process.env.RUN_FOLDER = RUN_FOLDER;
});

/** A run in which nothing happens. Jest makes a reporter with its own configuration and the reporter's options. */
function emptyRun(chosen: { paths?: string[]; testNamePattern?: string }): Error | undefined {
  const { paths = [], ...others } = chosen;
  const configuration = {
    testPathPatterns: { isSet: () => paths.length > 0 },
    onlyChanged: false,
    findRelatedTests: false,
  };
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const reporter: WholeRun = Reflect.construct(WholeRun, [{ ...configuration, ...others }, {}, {}]);
  reporter.onRunStart();
  reporter.onRunComplete();
  return reporter.getLastError();
}

test('a run of every suite that meets nothing is red, and says what it lacks', () => {
  const lacking = emptyRun({})?.message ?? '';
  expect(lacking).toContain('No test has had this answer: users-create 201');
  expect(lacking).toContain('No test has needed this right: users-create: ');
});

test.each([{ paths: ['tests/unit'] }, { testNamePattern: 'empty' }])(
  'a run of some tests alone lacks nothing (%j)',
  (some) => {
    expect(emptyRun(some)).toBeUndefined();
  },
);
