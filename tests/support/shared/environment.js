import { createRequire } from 'node:module';
import { types } from 'node:util';
import { TestEnvironment } from 'jest-environment-node';

const isInstance = Function.prototype[Symbol.hasInstance];

/**
 * Gives a test file the way to the modules that all test files of a worker share (see module.js). These make objects of
 * Node's own realm: an error of any realm is an error, and of all else only the content can be compared, not the
 * prototype.
 */
export default class SharedEnvironment extends TestEnvironment {
  constructor(...given) {
    super(...given);
    this.global.shared = createRequire(import.meta.url);
    const { Error: general } = this.global;
    Object.defineProperty(general, Symbol.hasInstance, {
      value(candidate) {
        return isInstance.call(this, candidate) || (this === general && types.isNativeError(candidate));
      },
    });
  }
}
