import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { readCliEnvironment } from '#platform/config';
import { reasonOf } from '../engine-http.js';
import { CommandError, type Report } from '../report.js';
import { show } from '../run-program.js';
import { wholeNumber } from '../settings.js';
import { operatorClient } from './operator.js';

const DEFAULT_GRACE_DAYS = 30;
const MAX_GRACE_DAYS = 90;

/** `edifyd tenant export|delete|undelete` */
export function offboardingCommands(tenant: Command): void {
  tenant
    .command('export <slug>')
    .description('write all data of a tenant to a ZIP archive: a manifest, and JSON lines for each table')
    .option('--out <file>', 'the file, which must not exist; <slug>-<day>.zip unless given')
    .action(async (slug: string, { out }: { out?: string }, command: Command) =>
      show(await exported(slug, out ?? `${slug}-${new Date().toISOString().slice(0, 10)}.zip`, command), command),
    );
  tenant
    .command('delete <slug>')
    .description('suspend a tenant now, and delete it with all its data after the grace period')
    .option('--confirm <slug>', 'the slug, typed again; asked for on a terminal')
    .option('--grace <days>', 'until then it can be undone; 0: now', wholeNumber(0, MAX_GRACE_DAYS), DEFAULT_GRACE_DAYS)
    .action(async (slug: string, options: { confirm?: string; grace: number }, command: Command) =>
      show(await deleted(slug, options, command), command),
    );
  tenant
    .command('undelete <slug>')
    .description('undo the deletion of a tenant within its grace period')
    .action(async (slug: string, _options: object, command: Command) => show(await undone(slug, command), command));
}

async function exported(slug: string, file: string, command: Command): Promise<Report> {
  const path = resolve(readCliEnvironment().workingFolder, file);
  const body = await operatorClient(command).exportTenant(slug);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const output = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  let isCreated = false;
  output.once('open', () => (isCreated = true));
  try {
    await pipeline(Readable.fromWeb(body), output, { signal: stop.signal });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST')
      throw new CommandError(`${file} exists already: name another with --out`, { code: 'exists' });
    // A truncated archive is useless.
    if (isCreated) await rm(path, { force: true });
    const reason = stop.signal.aborted ? 'interrupted' : reasonOf(error);
    throw new CommandError(`the archive was not written: ${reason}`, {
      code: 'incomplete',
    });
  }
  const { size } = await stat(path);
  return { lines: [`tenant ${slug} is exported to ${file} (${size} bytes)`], json: { file, bytes: size } };
}

async function deleted(
  slug: string,
  { confirm, grace }: { confirm?: string; grace: number },
  command: Command,
): Promise<Report> {
  const again = confirm ?? (await typedAgain(slug));
  if (again !== slug)
    throw new CommandError(`nothing is deleted: "${again}" is not "${slug}"`, { code: 'not_confirmed' });
  const tenant = await operatorClient(command).requestDeletion(slug, again, grace);
  const lines = [
    `tenant ${slug} is suspended, and deleted with all its data ${grace === 0 ? 'now' : `at ${tenant.deletionAt ?? ''}`}`,
    ...(grace === 0 ? [] : [`until then: edifyd tenant undelete ${slug}`]),
  ];
  return { lines, json: tenant };
}

async function typedAgain(slug: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CommandError(`nothing is deleted: add --confirm ${slug}`, { code: 'not_confirmed' });
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(`This deletes all data of tenant "${slug}". Type its slug again: `);
  } finally {
    terminal.close();
  }
}

async function undone(slug: string, command: Command): Promise<Report> {
  const tenant = await operatorClient(command).undoDeletion(slug);
  return { lines: [`tenant ${slug} stays, and is ${tenant.status}`], json: tenant };
}
