import { availableParallelism } from 'node:os';

/**
 * What is loaded once for all test files of a worker: packages of weight that read neither the clock nor the environment
 * that a test sets, and what only reads the project's documents. From all else Node takes the types out.
 */
const SHARED =
  '/node_modules/(@aws-sdk/(client|lib|util)-dynamodb|zod|fast-check)/.*\\.c?js$|/tests/support/shared/.*\\.ts$';

/** ESM throughout, so Node wants --experimental-vm-modules (see the test script). */
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: '<rootDir>/tests/support/shared/environment.js',
  transform: { [SHARED]: '<rootDir>/tests/support/shared/module.js' },
  transformIgnorePatterns: [],
};

/** These folders ask nothing of a store: for them alone no DynamoDB is started, and no tables are made. */
const PURE = ['unit', 'structure', 'docs', 'import/csv', 'import/marc'].map((folder) => `<rootDir>/tests/${folder}/`);

const pure = {
  ...common,
  testMatch: PURE.map((folder) => `${folder}**/*.test.ts`),
  globalSetup: '<rootDir>/tests/support/policy-for-all.ts',
};

export const stored = {
  ...common,
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...PURE,
    // These run on a system of their own: `npm run test:deployed`.
    '<rootDir>/tests/deployed/',
    ...(process.env.THOROUGH ? [] : ['<rootDir>/tests/package/everything.test.ts']),
  ],
  globalSetup: '<rootDir>/tests/support/start-dynamodb.ts',
  globalTeardown: '<rootDir>/tests/support/stop-dynamodb.ts',
  setupFiles: ['<rootDir>/tests/support/environment.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/tables.ts'],
};

/** One run for all suites. */
export const run = {
  reporters: ['default', '<rootDir>/tests/support/whole-run.ts'],
  testSequencer: '<rootDir>/tests/support/longest-first.js',
  testTimeout: 60_000,
  // Each waits for DynamoDB Local a part of its time: one more than there are processors keeps these busy, and with two
  // more the whole takes longer.
  maxWorkers: availableParallelism() + 1,
};

export default { ...run, projects: [stored, pure] };
