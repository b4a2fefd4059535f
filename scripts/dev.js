// `npm run dev`: starts an app, by default the standalone engine, and restarts it when a source was saved. If the
// sources do not compile, it prints the error and the app keeps running. `npm run dev -- worker --inspect`: another
// app, with flags for Node. For an app that serves HTTP it also starts Vite, which serves the console with hot reload.
// It does not use `nest start --watch`, which stops the child processes of the app first, and with them the embedded
// PostgreSQL while the engine still needs it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, watch } from 'node:fs';
import { onOwnNode } from './own-node.js';

await onOwnNode();

const FOLDERS = ['apps', 'libs'];
/** An editor saves in several steps, and a change of branches writes many files. */
const QUIET_MS = 100;

const args = process.argv.slice(2);
const app = args.find((arg) => !arg.startsWith('-')) ?? 'standalone';
const flags = args.filter((arg) => arg.startsWith('-'));
const NODE = ['--enable-source-maps', '--max-semi-space-size=16', '--heap-growing-percent=60'];

/** Starts Vite: the console on a port of its own, which forwards API calls to the engine. */
const startPages = () =>
  ['standalone', 'api'].includes(app)
    ? spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--config', 'apps/console/vite.config.ts'], {
        stdio: ['ignore', 'inherit', 'inherit'],
      })
    : null;
const start = () => spawn(process.execPath, [...NODE, ...flags, `dist/apps/${app}/main.js`], { stdio: 'inherit' });
const runs = (child) => child.exitCode === null && child.signalCode === null;
const lastBuild = () => statSync('dist/.built.json', { throwIfNoEntry: false })?.mtimeMs;

async function build() {
  const [status] = await once(
    spawn(process.execPath, ['scripts/build.js', '--if-stale'], { stdio: 'inherit' }),
    'exit',
  );
  return status === 0;
}

async function stop(child) {
  if (!runs(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

if (!(await build())) process.exit(1);
let running = start();
const pages = startPages();
let due = null;
let turn = Promise.resolve();

async function renew() {
  const before = lastBuild();
  if (!(await build()) || lastBuild() === before) return;
  await stop(running);
  running = start();
}

for (const folder of FOLDERS) {
  watch(folder, { recursive: true }, (_event, file) => {
    // Vite watches the console.
    if (file?.startsWith('console/') && folder === 'apps') return;
    clearTimeout(due);
    due = setTimeout(() => {
      turn = turn.then(renew);
    }, QUIET_MS);
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    clearTimeout(due);
    pages?.kill();
    void stop(running).then(() => process.exit(running.exitCode ?? 1));
  });
}
