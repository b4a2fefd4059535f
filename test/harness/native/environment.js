// Jest runs each test file in a new VM context, in which it would evaluate the engine and its libraries again: some
// three seconds for each file. This environment gives test files the `import` of the main context of the process
// instead, where the compiled engine is loaded once.
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';
import './compile-once.js';
import { sharedBrowsers, sharedEngines, sharedPages } from './shared.js';

/**
 * Globals of the main context that test files share, so that `instanceof` works for errors and dates on both sides, and
 * `Reflect` has the metadata that decorators have stored.
 */
const shared = { Date, Error, AggregateError, RangeError, ReferenceError, SyntaxError, TypeError, Reflect };

/** The build that this process has loaded or will load. */
const loadedBuild = process.env.TEST_BUILD;

export default class NativeEnvironment extends TestEnvironment {
  async setup() {
    if (process.env.TEST_REFUSED) throw new Error(process.env.TEST_REFUSED);
    if (process.env.TEST_BUILD !== loadedBuild)
      throw new Error(
        'This process has loaded an earlier build of the engine: --watch cannot be combined with --runInBand.',
      );
    await super.setup();
    Object.assign(this.global, shared, {
      importNative: (file) => import(file),
      requireNative: createRequire(import.meta.url),
      sharedBrowsers,
      sharedEngines,
      sharedPages,
    });
  }
}
