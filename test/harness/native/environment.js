// Jest gives each test file a context of its own and would evaluate the engine and its libraries in it again, some
// three seconds of work a file. This environment lends the files the import of the process around them: there the
// compiled engine is loaded once.
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';
import { sharedBrowsers, sharedEngines } from './shared.js';

/**
 * An error that a test throws into the engine is one there too, a date from it is one here, and what decorators have
 * noted there is read here.
 */
const shared = { Date, Error, AggregateError, RangeError, ReferenceError, SyntaxError, TypeError, Reflect };

/** The build that this process has loaded, or will. */
const loadedBuild = process.env.TEST_BUILD;

export default class NativeEnvironment extends TestEnvironment {
  async setup() {
    if (process.env.TEST_REFUSED) throw new Error(process.env.TEST_REFUSED);
    if (process.env.TEST_BUILD !== loadedBuild)
      throw new Error('This process has loaded the engine as it was before: --watch does not go with --runInBand.');
    await super.setup();
    Object.assign(this.global, shared, {
      importNative: (file) => import(file),
      requireNative: createRequire(import.meta.url),
      sharedBrowsers,
      sharedEngines,
    });
  }
}
