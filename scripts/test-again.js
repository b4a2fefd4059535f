// `node scripts/test-again.js`, for `.ci/run`: runs `npm test`. If few test files fail, it runs these again by
// themselves. A file that passes then depends on time or on the load of the machine: it is named at the end, to be
// mended, and does not refuse a change that did not touch it. A fault of the engine fails in both runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** More failed files than this are no coincidence. */
const MAX_AGAIN = 3;

const folder = mkdtempSync(join(tmpdir(), 'engine-tests-'));
const results = join(folder, 'results.json');

/** @returns whether `npm test` passes with these arguments of Jest */
function passes(...args) {
  const { status } = spawnSync('npm', ['test', '--', ...args], { stdio: 'inherit' });
  return status === 0;
}

/** @returns the paths of the failed test files; none if Jest ended without its results */
function failedFiles() {
  try {
    const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
    return testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative('.', name));
  } catch {
    return [];
  }
}

function passesAgain() {
  const failed = failedFiles();
  if (failed.length === 0 || failed.length > MAX_AGAIN) return false;
  console.log(`\nRunning again by themselves: ${failed.join(', ')}\n`);
  if (!passes('--runInBand', '--runTestsByPath', ...failed)) return false;
  console.log(`\nFailed beside the other files and passed by themselves: ${failed.join(', ')}`);
  return true;
}

const passed = passes('--json', `--outputFile=${results}`) || passesAgain();
rmSync(folder, { recursive: true });
process.exitCode = passed ? 0 : 1;
