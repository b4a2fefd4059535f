// Before each run of Jest, and again before each that --watch begins: compiles what has changed, whoever started Jest,
// and starts what the tests share.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import vm from 'node:vm';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * A run that cannot begin fails; while Jest watches, which ends after an error here, each story fails in its stead,
 * until a save that compiles.
 */
export default async function globalSetup({ watch, watchAll }) {
  try {
    build();
    await Promise.all([bundle(), startServices()]);
    delete process.env.TEST_REFUSED;
  } catch (error) {
    if (!watch && !watchAll) throw error;
    process.env.TEST_REFUSED = error.message;
  }
}

function build() {
  if (vm.SourceTextModule === undefined)
    throw new Error("Jest runs without its flags: set NODE_OPTIONS='--experimental-vm-modules --no-warnings'");
  const { status } = spawnSync(process.execPath, ['scripts/build.js', '--if-stale'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The sources do not compile, and nothing older is tested in their place.');
  process.env.TEST_BUILD = String(Date.now());
}

/** The programs that tests start, as they are shipped. */
async function bundle() {
  const child = spawn(process.execPath, ['scripts/bundle.js'], { cwd: ROOT, stdio: 'inherit' });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error('The programs cannot be bundled: see above.');
}

/** A process of its own, for it runs the engine that was just compiled, and this one may have loaded an earlier one. */
async function startServices() {
  const child = spawn(process.execPath, ['test/harness/services.js'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [first] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof first !== 'string') throw new Error('What the tests share did not start: see above.');
  process.env.TEST_SERVICES = first;
  globalThis.stopTestServices = async () => {
    globalThis.stopTestServices = undefined;
    child.stdin.end();
    await ended;
  };
}
