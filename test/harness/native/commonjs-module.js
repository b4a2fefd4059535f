// What es-module.js does, for CommonJS. Where no test is around, in Jest's global set-up, the module is what it is.
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
