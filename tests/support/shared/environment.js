import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** Gives a test file the way to what all test files of a worker share: what Node itself has loaded, once (see module.js). */
export default class SharedEnvironment extends TestEnvironment {
  constructor(...given) {
    super(...given);
    this.global.shared = createRequire(import.meta.url);
  }
}
