import { spawnSync } from 'node:child_process';
import { addresses } from './stage.ts';

/** npm run fuzz: sends requests made from the reference to the system that runs, which the test knows by these variables. */
const env = {
  FUZZ_REQUESTS: '5000',
  ...process.env,
  FUZZ_API: addresses.api,
  FUZZ_DATABASE: addresses.database,
};
const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  'tests/e2e/system.test.ts',
  '-t',
  'fuzz',
];
process.exitCode =
  spawnSync(process.execPath, [...jest, ...process.argv.slice(2)], { env, stdio: 'inherit' }).status ?? 1;
