import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { copyFolder } from './copy-folder.js';

/**
 * Files that PostgreSQL creates again, or that the log (pg_wal, copied last) contains: see "Making a Base Backup Using
 * the Low Level API" in its documentation. The folders themselves must exist.
 */
const CONTENT_LEFT_OUT =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^postmaster\.(pid|opts)$|(^|\/)pgsql_tmp|(^|\/)pg_internal\.init$/;

/**
 * Copies the cluster of a running PostgreSQL, like pg_basebackup, which is not among the bundled binaries. The
 * write-ahead log makes files consistent that change meanwhile; a replication slot keeps it until it is copied.
 * @param ownerUrl of a superuser
 */
export async function copyRunningDatabase(ownerUrl: string, from: string, to: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  let lost: Error | null = null;
  // Without a listener, a lost connection would end the process.
  client.on('error', (error) => (lost ??= error));
  await client.connect();
  try {
    await client.query(`select pg_create_physical_replication_slot('readiness_backup', true, true)`);
    const {
      rows: [start],
    } = await client.query<{ segment: string }>(
      `select pg_walfile_name(lsn) as segment from pg_backup_start('readiness', true) as lsn`,
    );
    await mkdir(to, { mode: 0o700 });
    const files = await copyFolder(from, to, (path) => !CONTENT_LEFT_OUT.test(path));
    const {
      rows: [stop],
    } = await client.query<{ segment: string; label: string; map: string }>(
      `select pg_walfile_name(lsn) as segment, labelfile as label, spcmapfile as map from pg_backup_stop(false)`,
    );
    if (start === undefined || stop === undefined) throw new Error('PostgreSQL does not report where its log begins');
    await writeFile(join(to, 'backup_label'), stop.label, { mode: 0o600 });
    if (stop.map.trim() !== '') await writeFile(join(to, 'tablespace_map'), stop.map, { mode: 0o600 });
    return files + (await copyLog(join(from, 'pg_wal'), join(to, 'pg_wal'), start.segment, stop.segment));
  } catch (error) {
    // The query after the loss only fails because the connection is lost.
    throw lost ?? error;
  } finally {
    // Ends the backup and drops the slot if they still exist: both belong to the session.
    await client.end();
  }
}

/** The segments of the log from the beginning of the backup to its end. */
async function copyLog(from: string, to: string, first: string, last: string): Promise<number> {
  const segments = (await readdir(from)).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last);
  for (const name of segments) await copyFile(join(from, name), join(to, name));
  return segments.length;
}
