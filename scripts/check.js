// `npm run check`: all static checks. Two checks run concurrently; the output of a failed one is printed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const AT_A_TIME = 2;
const GENERATED = 'scripts/check/generated.js';

/**
 * TypeScript caches its findings here for files that have not changed, nor what they import. `npm ci` removes the
 * cache.
 */
const typesOf = (project, name) =>
  `tsc --noEmit --incremental --project ${project} --tsBuildInfoFile node_modules/.cache/${name}.tsbuildinfo`;

const checks = [
  { name: 'types', command: typesOf('.', 'types') },
  { name: 'types, console', command: typesOf('apps/console', 'console-types') },
  { name: 'lint', command: 'oxlint' },
  { name: 'format', command: 'prettier --check --cache --log-level warn .' },
  { name: 'architecture', command: 'depcruise --output-type err-long apps libs test bench' },
  { name: 'nothing unused', command: 'knip' },
  { name: 'statements', command: 'node scripts/check/statements.js' },
  { name: 'API documents', command: 'node scripts/check/api-documents.js' },
  ...(existsSync(GENERATED) ? [{ name: 'generated files', command: `node ${GENERATED}` }] : []),
];

// Puts the project's tools and its Node first on the PATH.
const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}` };

function run({ command }) {
  return new Promise((done) => {
    const began = performance.now();
    const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (status) => done({ ok: status === 0, output, seconds: (performance.now() - began) / 1_000 }));
  });
}

const waiting = [...checks];
let failed = 0;

async function takeTurns() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { ok, output, seconds } = await run(check);
    if (!ok) failed++;
    console.log(`${check.name.padEnd(18)}${(ok ? 'ok' : 'failed').padEnd(8)}${seconds.toFixed(1)} s`);
    if (!ok) console.log(`\n${output.trim()}\n`);
  }
}

await Promise.all(Array.from({ length: AT_A_TIME }, takeTurns));
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
