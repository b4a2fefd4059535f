// The same as es-module.js, for CommonJS. Outside of a test environment, in Jest's global set-up, the module runs
// unchanged.
import { createHash } from 'node:crypto';

export default {
  getCacheKey: (source, file) =>
    createHash('sha256')
      .update(JSON.stringify([file, source]))
      .digest('hex'),
  process: (source, file) => ({
    code: `if (globalThis.requireNative) module.exports = requireNative(${JSON.stringify(file)}); else {${source}\n}`,
  }),
};
