import { run, stored } from '../../jest.config.js';
import { FILES, namePattern } from './in-process-only.ts';

/** The tests of the API, and those of what only a deployed system does, on the stand-in for AWS. */
export default {
  ...run,
  ...stored,
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/api/**/*.test.ts', '<rootDir>/tests/deployed/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...Object.keys(FILES)],
  testNamePattern: namePattern,
  globalSetup: '<rootDir>/tests/deployed/start.ts',
  globalTeardown: '<rootDir>/tests/deployed/stop.ts',
  reporters: ['default', '<rootDir>/tests/deployed/report.ts'],
  // There is one system, whose tables and clock belong to one file at a time.
  maxWorkers: 1,
};
