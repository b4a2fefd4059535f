// Compiles apps/, libs/ and bench/ to dist/ with SWC, and removes output without a source. `--if-stale` compiles only
// the files that changed since they were compiled. Builds the console beside it, if that has changed, and with
// `--bundle` the programs that are started. Plain JavaScript for any Node, because it runs before anything is compiled,
// and before the bundled Node is installed.
import { transformFile, version } from '@swc/core';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));

const FOLDERS = ['apps', 'libs', 'bench'];
/**
 * The state of each source when it was compiled. Times are not enough: a file that replaces another one may be older
 * than the output.
 */
const NOTES = 'dist/.built.json';

/** A bundler builds the console, for browsers. */
const isConsole = (file) => /^(dist\/)?apps\/console\//.test(file);
const isSource = (file) => /\.(ts|sql|json|html|css)$/.test(file) && !/\.(spec|d)\.ts$/.test(file);
const outputOf = (file) => `dist/${file.replace(/\.ts$/, '.js')}`;

async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).filter((file) => !isConsole(file));
}

/** The bundler needs a newer Node than some machines have. */
const OWN_NODE = 'node_modules/node/bin/node';

/** A process of its own: a bundler is slow to load, and most builds find what it makes unchanged. */
async function run(script) {
  const child = spawn(existsSync(OWN_NODE) ? OWN_NODE : process.execPath, [script], { stdio: 'inherit' });
  const [status] = await once(child, 'exit');
  if (status !== 0) process.exitCode = 1;
}

/** The settings of the compilation: a change of it makes every file stale. */
async function recipe() {
  const hash = createHash('sha256').update(version);
  for (const file of ['.swcrc', 'scripts/build.js']) hash.update(await readFile(file));
  return hash.digest('hex');
}

async function stateOf(file) {
  const { mtimeMs, size, ino } = await stat(file);
  return `${mtimeMs} ${size} ${ino}`;
}

/** Writes a file atomically, so that readers never see a part of it. */
async function put(file, content) {
  await writeFile(`${file}.${process.pid}`, content);
  await rename(`${file}.${process.pid}`, file);
}

async function compile(file) {
  const output = outputOf(file);
  await mkdir(dirname(output), { recursive: true });
  if (!file.endsWith('.ts')) return cp(file, output);
  const { code, map } = await transformFile(file, {
    sourceMaps: true,
    sourceFileName: relative(dirname(output), file),
  });
  const name = output.slice(output.lastIndexOf('/') + 1);
  await put(`${output}.map`, map ?? '');
  await put(output, `${code}\n//# sourceMappingURL=${name}.map\n`);
}

const consoleBuild = run('scripts/build-console.js');
const by = await recipe();
const noted = process.argv.includes('--if-stale') ? JSON.parse(await readFile(NOTES, 'utf8').catch(() => '{}')) : {};
const known = noted.by === by ? noted.files : {};

const sources = (await Promise.all(FOLDERS.map(filesUnder))).flat().filter(isSource);
const states = Object.fromEntries(await Promise.all(sources.map(async (file) => [file, await stateOf(file)])));
const there = new Set((await Promise.all(FOLDERS.map((folder) => filesUnder(`dist/${folder}`)))).flat());
const due = sources.filter((file) => known[file] !== states[file] || !there.has(outputOf(file)));

const wanted = new Set(sources.flatMap((file) => [outputOf(file), `${outputOf(file)}.map`]));
const left = [...there].filter((file) => !wanted.has(file) && /\.(js|map|sql|json|html|css)$/.test(file));

if (due.length > 0 || left.length > 0) {
  const note = (files) =>
    put(NOTES, JSON.stringify({ by, files: Object.fromEntries(files.map((file) => [file, states[file]])) }));
  const stale = new Set(due);
  await mkdir('dist', { recursive: true });
  // First recorded without the files that are compiled now: if that fails half-way, the next build compiles all of
  // them again.
  await note(sources.filter((file) => !stale.has(file)));
  try {
    await Promise.all([...due.map(compile), ...left.map((file) => rm(file, { force: true }))]);
  } catch (error) {
    // SWC's message shows the source position; the rest is SWC's own stack.
    console.error(error.message.split('\n\nCaused by:')[0]);
    process.exit(1);
  }
  await note(sources);
  console.error(`built ${due.length} of ${sources.length} files${left.length > 0 ? `, removed ${left.length}` : ''}`);
}
await consoleBuild;
if (process.argv.includes('--bundle')) await run('scripts/bundle.js');
