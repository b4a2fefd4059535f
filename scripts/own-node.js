// The project runs on its own Node, which npm installs (`node` in package.json): npm scripts find it first, and
// scripts or Jest that are started directly restart on it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const MIN_MAJOR = 24;
const OWN = resolve(import.meta.dirname, '../node_modules/node/bin/node');

/**
 * Returns if the running Node is new enough and has the flags; otherwise restarts the program on one that does, and
 * exits with its status.
 */
export async function onOwnNode(flags = []) {
  const isNew = Number(process.versions.node.split('.')[0]) >= MIN_MAJOR;
  const given = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)];
  if (isNew && flags.every((flag) => given.includes(flag))) return;
  if (!isNew && !existsSync(OWN)) {
    console.error(`Node ${process.version} is too old, and the project's own Node is not installed: run "npm ci"`);
    process.exit(1);
  }
  const child = spawn(isNew ? process.execPath : OWN, [...process.execArgv, ...flags, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to both processes; this one waits for the other.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (status) => process.exit(status ?? 1));
  await new Promise(() => undefined);
}
