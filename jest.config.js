import { availableParallelism } from 'node:os';

/** One run for all suites. ESM throughout, so Node wants --experimental-vm-modules (see the test script). */
export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    // These run on a system of their own: `npm run test:deployed`.
    '<rootDir>/tests/deployed/',
    ...(process.env.THOROUGH ? [] : ['<rootDir>/tests/package/everything.test.ts']),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/tests/support/start-dynamodb.ts',
  globalTeardown: '<rootDir>/tests/support/stop-dynamodb.ts',
  setupFiles: ['<rootDir>/tests/support/environment.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/tables.ts'],
  reporters: ['default', '<rootDir>/tests/support/whole-run.ts'],
  testSequencer: '<rootDir>/tests/support/longest-first.js',
  testTimeout: 60_000,
  // Each waits for DynamoDB Local a part of its time: one more than there are processors keeps these busy.
  maxWorkers: availableParallelism() + 1,
};
