import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

const PROCESSES = 4;
const ROUNDS = 60;
/** No process has it: it is above the largest possible process id. */
const KILLED = '99999999';

/**
 * Takes a folder in each round, together with the other processes, prints the rounds in which it got one, and keeps the
 * folders until its input ends.
 */
const TAKE_FOLDERS = `
  import { takeDataFolder } from '${join(process.cwd(), 'dist/apps/standalone/data-folder.js')}';
  const [parent, begin] = process.argv.slice(1);
  for (let round = 0; round < ${ROUNDS}; round++) {
    while (Date.now() < Number(begin) + 20 * round);
    try {
      takeDataFolder(parent + '/' + round);
      console.log(round);
    } catch (error) {
      if (!error.message.includes('is in use by the engine')) console.log(error.message);
    }
  }
  console.log('end');
  process.stdin.resume();`;

/** Takes a folder, prints why it does not get it, and keeps it until its input ends. */
const TAKE_ONE = `
  import { takeDataFolder } from '${join(process.cwd(), 'dist/apps/standalone/data-folder.js')}';
  try {
    takeDataFolder(process.argv[1]);
  } catch (error) {
    console.log(error.message);
  }
  console.log('end');
  process.stdin.resume();`;

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'data-folder-lock-'));
});
afterEach(() => rm(parent, { recursive: true }));

/** What a process prints until it has tried all folders. */
function outputOf({ stdout }: ChildProcess): Promise<string[]> {
  return new Promise((resolve) => {
    let output = '';
    stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.endsWith('end\n')) resolve(output.split('\n').slice(0, -2));
    });
  });
}

it('gives a data folder to the next process although another program has the id of the killed one', async () => {
  const file = join(parent, 'data/engine.pid');
  const take = (): ChildProcess =>
    spawn(process.execPath, ['--input-type=module', '-e', TAKE_ONE, join(parent, 'data')]);
  const killed = take();
  expect(await outputOf(killed)).toEqual([]);
  killed.kill('SIGKILL');
  await once(killed, 'close');
  const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', 'like-standalone']);
  await once(other, 'spawn');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(String(killed.pid), String(other.pid)));
  const next = take();
  expect(await outputOf(next)).toEqual([]);
  for (const child of [other, next]) child.kill();
});

it('gives a data folder to one of the processes that take it at the same moment, also after a killed one', async () => {
  for (let round = 0; round < ROUNDS; round += 2) {
    await mkdir(join(parent, String(round)));
    await writeFile(join(parent, String(round), 'engine.pid'), KILLED);
  }
  const begin = String(Date.now() + 1_500);
  const children = Array.from({ length: PROCESSES }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', TAKE_FOLDERS, parent, begin], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const taken = (await Promise.all(children.map(outputOf))).flat();
  const ended = children.map((child) => once(child, 'close'));
  for (const { stdin } of children) stdin.end();
  await Promise.all(ended);
  expect(taken.toSorted((one, other) => Number(one) - Number(other))).toEqual(
    Array.from({ length: ROUNDS }, (_, round) => String(round)),
  );
});
