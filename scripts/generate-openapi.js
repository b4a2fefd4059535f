// Writes the OpenAPI document of the engine, which is committed: `npm run generate`. With `--check` it writes nothing and
// ends with status 1 where the committed document is not what the sources say.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

const FILE = 'libs/operations/api-docs/openapi.json';

// The document is read off the compiled controllers, so these come first.
const built = spawnSync(process.execPath, ['scripts/build.js', '--if-stale'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const { buildDocument } = await import('./openapi/build-document.js');

const current = `${JSON.stringify(await buildDocument(), null, 2)}\n`;
const committed = await readFile(FILE, 'utf8').catch(() => '');
if (current === committed) console.log(`${FILE} is current`);
else if (process.argv.includes('--check')) {
  console.error(`${FILE} is not current: run "npm run generate" and commit it`);
  process.exitCode = 1;
} else {
  await writeFile(FILE, current);
  console.log(`wrote ${FILE}`);
}
