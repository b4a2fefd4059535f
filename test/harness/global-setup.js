// Runs before each run of Jest, including each run of --watch: compiles changed sources, however Jest was started, and
// starts the services that the tests share.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import vm from 'node:vm';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * An error here fails the run. It would also end `--watch`: there the environment of each test file throws it instead,
 * until the sources compile again.
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
  if (status !== 0) throw new Error('The sources do not compile. The previous build is not tested instead.');
  process.env.TEST_BUILD = String(Date.now());
}

/** Bundles the programs that tests start, as for a release. */
async function bundle() {
  const child = spawn(process.execPath, ['scripts/bundle.js'], { cwd: ROOT, stdio: 'inherit' });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error('The programs cannot be bundled: see above.');
}

/**
 * Starts the services in a process of their own: they import the new build, and this process may have loaded an earlier
 * one.
 */
async function startServices() {
  const child = spawn(process.execPath, ['test/harness/services.js'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [first] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof first !== 'string') throw new Error('The services of the tests did not start: see above.');
  process.env.TEST_SERVICES = first;
  globalThis.stopTestServices = async () => {
    globalThis.stopTestServices = undefined;
    child.stdin.end();
    await ended;
  };
}
