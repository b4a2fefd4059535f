// Makes of an ES module, one of the engine's or of a library that it shares classes with the tests by, one that takes
// its exports from the process around the test; see environment.js. Of the engine that is what
// test/harness/global-setup.js compiled the source to.
import { createHash } from 'node:crypto';
import { compiled } from './compiled.js';

const namesOf = async (file) => Object.keys(await import(file)).toSorted();

export default {
  async getCacheKeyAsync(_source, file) {
    return createHash('sha256')
      .update(JSON.stringify([file, await namesOf(compiled(file))]))
      .digest('hex');
  },

  async processAsync(_source, file) {
    const native = compiled(file);
    const names = await namesOf(native);
    const named = names.filter((name) => name !== 'default');
    const lines = [
      `const exported = await importNative(${JSON.stringify(native)});`,
      `export const { ${named.join(', ')} } = exported;`,
    ];
    if (named.length < names.length) lines.push('export default exported.default;');
    return { code: lines.join('\n') };
  },
};
