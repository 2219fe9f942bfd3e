import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Gives a test file the way to the modules that all test files of a worker share (see module.js). These make objects of
 * Node's own realm: an error is one for both, and of all else only the content can be compared, not the prototype.
 */
export default class SharedEnvironment extends TestEnvironment {
  constructor(...given) {
    super(...given);
    this.global.shared = createRequire(import.meta.url);
    this.global.Error = Error;
  }
}
