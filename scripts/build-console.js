// Builds apps/console to dist/console with Vite, and compresses what is worth it. Does nothing if no source, package or
// setting has changed since; `--always` builds all the same. Started by scripts/build.js, in a process of its own.
import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { onOwnNode } from './own-node.js';

await onOwnNode();
process.chdir(join(import.meta.dirname, '..'));
// Jest, which builds before its tests, says `test`: React's development build would be bundled.
process.env.NODE_ENV = 'production';

const OUTPUT = 'dist/console';
const NOTE = `${OUTPUT}/.built`;
const SOURCES = ['apps/console', 'libs/client'];
/** Compression does not make smaller files load faster. */
const MIN_BYTES = 1_024;

async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

async function digest() {
  const hash = createHash('sha256');
  const sources = (await Promise.all(SOURCES.map(filesUnder))).flat();
  for (const file of [...sources, 'package-lock.json', 'scripts/build-console.js'].toSorted())
    hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest('hex');
}

async function compress() {
  const files = (await filesUnder(`${OUTPUT}/assets`)).filter((file) => /\.(js|css|svg|json)$/.test(file));
  const brotli = (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  const zip = (content) => promisify(gzip)(content, { level: 9 });
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      if (content.length < MIN_BYTES) return;
      await Promise.all([
        brotli(content).then((bytes) => writeFile(`${file}.br`, bytes)),
        zip(content).then((bytes) => writeFile(`${file}.gz`, bytes)),
      ]);
    }),
  );
}

/** The scripts that the page loads before it shows anything: its own, and those that it imports statically. */
async function initialScript() {
  const page = await readFile(`${OUTPUT}/index.html`, 'utf8');
  const names = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name);
  const sizes = await Promise.all(
    names.map(async (name) => (await promisify(gzip)(await readFile(`${OUTPUT}/${name}`), { level: 9 })).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const current = await digest();
const built = await readFile(NOTE, 'utf8').catch(() => null);
if (built !== current || process.argv.includes('--always')) {
  const began = performance.now();
  const { build } = await import('vite');
  await rm(NOTE, { force: true });
  await build({ configFile: 'apps/console/vite.config.ts', logLevel: 'warn' });
  await compress();
  await writeFile(NOTE, current);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.error(
    `built the console in ${seconds} s: ${((await initialScript()) / 1_000).toFixed(0)} kB of script at first`,
  );
}
