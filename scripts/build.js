// Compiles apps/ and libs/ to dist/ with SWC. `--if-stale` compiles only the files that are newer than their output.
// Plain JavaScript, because it runs before anything is compiled.
import { transformFile } from '@swc/core';
import { existsSync } from 'node:fs';
import { cp, glob, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';

const onlyStale = process.argv.includes('--if-stale') && existsSync('dist/.complete');
const sources = ['apps', 'libs', 'bench'].map((folder) => `${folder}/**/*`);
const compiled = (file) => `dist/${file.replace(/\.tsx?$/, '.js')}`;
const isSource = (file) => /\.(ts|sql|json|html|css)$/.test(file) && !/\.(spec|d)\.ts$/.test(file);

async function isStale(file) {
  const [source, output] = await Promise.all([stat(file), stat(compiled(file)).catch(() => null)]);
  return output === null || output.mtimeMs < source.mtimeMs;
}

async function compile(file) {
  const output = compiled(file);
  await mkdir(dirname(output), { recursive: true });
  if (!file.endsWith('.ts')) return cp(file, output, { preserveTimestamps: false });
  const { code, map } = await transformFile(file, {
    sourceMaps: true,
    sourceFileName: relative(dirname(output), file),
  });
  const name = output.slice(output.lastIndexOf('/') + 1);
  await writeFile(`${output}.map`, map ?? '');
  await writeFile(output, `${code}\n//# sourceMappingURL=${name}.map\n`);
}

if (!onlyStale) await rm('dist', { recursive: true, force: true });
const files = [];
for await (const file of glob(sources)) if (isSource(file)) files.push(file);
const due = onlyStale
  ? (await Promise.all(files.map(async (file) => ((await isStale(file)) ? file : null)))).filter(Boolean)
  : files;
await Promise.all(due.map(compile));
if (!onlyStale) await writeFile('dist/.complete', '');
if (due.length > 0) console.error(`built ${due.length} of ${files.length} files`);
