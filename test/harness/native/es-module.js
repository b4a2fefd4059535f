// A Jest transform for modules of the engine, and of libraries whose classes the engine and the tests share. It
// replaces the module by one that imports it in the main context of the process (environment.js), and exports the same
// names. For a source of the engine, that is the file to which test/harness/global-setup.js has compiled it.
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
