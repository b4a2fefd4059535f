// `npm run pack:client`: the typed client as a package for other projects, with the version of the API. Prints the path
// of the archive, which `npm install` and `npm publish` take.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const NAME = '@readiness-engine/client';
const FOLDER = 'dist/client-package';
process.chdir(join(import.meta.dirname, '..'));

function run(command, args, cwd = '.') {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return stdout;
  console.error(stdout + stderr);
  return process.exit(1);
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
run(process.execPath, ['node_modules/typescript/bin/tsc', '--project', 'scripts/client-package/tsconfig.json']);

const { version, license, engines, dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
const manifest = {
  name: NAME,
  version,
  description: 'Typed client of the Readiness Engine, for Node and browsers.',
  license,
  engines,
  type: 'module',
  sideEffects: false,
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
  files: ['*.js', '*.d.ts', 'README.md'],
  dependencies: { 'openapi-fetch': dependencies['openapi-fetch'] },
};
await writeFile(join(FOLDER, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
const guide = await readFile('docs/client.md', 'utf8');
await writeFile(join(FOLDER, 'README.md'), guide.replaceAll("'#client'", `'${NAME}'`));

const target = resolve(process.argv[2] ?? 'dist');
await mkdir(target, { recursive: true });
const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', target], FOLDER));
console.log(join(target, filename));
