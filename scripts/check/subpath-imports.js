// A webpack configuration for dependency-cruiser: maps the `#` imports of package.json, which lead to dist/, back to
// the sources.
import manifest from '../../package.json' with { type: 'json' };
import { resolve } from 'node:path';

const source = (output) => resolve(output.replace('./dist/', './').replace(/\.js$/, '.ts'));

export default {
  resolve: {
    alias: Object.fromEntries(Object.entries(manifest.imports).map(([name, output]) => [name, source(output)])),
  },
};
