import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '#platform/config';
import { messageOf } from '#platform/thrown';
import { takeDataFolder } from '../data-folder.js';
import { EmbeddedPostgres } from '../embedded-postgres.js';
import { copyFolder, flush, flushFolder, isInside } from './copy-folder.js';
import { copyRunningDatabase } from './copy-database.js';

export const MANIFEST = 'backup.json';
export const FORMAT = 1;
const DATABASE = 'postgres/data';
/** Of a process, not of the data. */
const OF_PROCESSES = /^(engine\.pid.*|postgres\/data\/postmaster\.(pid|opts))$/;

export interface BackupResult {
  readonly folder: string;
  readonly files: number;
  /** Whether the engine was running. */
  readonly running: boolean;
}

/**
 * Copies a data folder with its keys and its database to a new folder, while the engine runs or not. The folder gets
 * its name when it is complete.
 * @throws StartError in one line
 */
export async function backUp(dataDir: string, folder: string): Promise<BackupResult> {
  if (!existsSync(join(dataDir, 'postgres/complete')))
    throw new StartError(
      `DATA_DIR should be the data folder of an engine with an embedded PostgreSQL; ${dataDir} is none`,
    );
  if (isInside(folder, dataDir))
    throw new StartError(`${folder} is in DATA_DIR ${dataDir}, which is copied: name a folder outside of it`);
  if (existsSync(folder)) throw new StartError(`${folder} exists already: name a new folder`);
  const incomplete = `${folder}.incomplete`;
  await rm(incomplete, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  try {
    await mkdir(incomplete, { mode: 0o700 });
    const running = await EmbeddedPostgres.isRunning(join(dataDir, 'postgres'));
    const files = running ? await copyRunning(dataDir, incomplete) : await copyStopped(dataDir, incomplete);
    await writeFile(
      join(incomplete, MANIFEST),
      `${JSON.stringify({ format: FORMAT, createdAt: new Date().toISOString(), running }, null, 2)}\n`,
      { mode: 0o600 },
    );
    await flushFolder(incomplete);
    await rename(incomplete, folder);
    await flush(dirname(folder));
    return { folder, files, running };
  } catch (error) {
    await rm(incomplete, { recursive: true, force: true });
    throw error instanceof StartError ? error : new StartError(`the backup was not made: ${messageOf(error)}`);
  }
}

async function copyRunning(dataDir: string, to: string): Promise<number> {
  const postgres = await EmbeddedPostgres.running({ folder: join(dataDir, 'postgres'), durable: true });
  const isOutside = (path: string): boolean => path !== DATABASE && !OF_PROCESSES.test(path);
  const files = await copyFolder(dataDir, to, isOutside);
  return (
    files + (await copyRunningDatabase(postgres.ownerUrl('postgres'), join(dataDir, DATABASE), join(to, DATABASE)))
  );
}

/** The engine cannot start meanwhile. */
async function copyStopped(dataDir: string, to: string): Promise<number> {
  const release = takeDataFolder(dataDir);
  try {
    return await copyFolder(dataDir, to, (path) => !OF_PROCESSES.test(path));
  } finally {
    release();
  }
}
