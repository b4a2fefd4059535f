import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Folders that an operator may have moved to another disk, with a symbolic link in their place. */
const MAY_BE_LINKS = /^(?:postgres(?:\/data(?:\/pg_wal)?)?|pg_wal)$/;

/**
 * Copies the files of a folder, with their modes, into an empty one, whose folders only their owner may read. Files
 * that vanish meanwhile are left out: PostgreSQL removes files while it runs. Sockets and links are left out, too, but
 * not the folders of the database.
 * @param isCopied asked for each path, relative to the folder
 * @returns the number of files
 */
export async function copyFolder(
  from: string,
  to: string,
  isCopied: (path: string) => boolean = () => true,
  below = '',
): Promise<number> {
  let files = 0;
  for (const entry of await readdir(join(from, below), { withFileTypes: true }).catch(ignoreMissing)) {
    const path = join(below, entry.name);
    if (!isCopied(path)) continue;
    const target = entry.isSymbolicLink() && MAY_BE_LINKS.test(path) ? await stat(join(from, path)) : entry;
    if (target.isDirectory()) {
      await mkdir(join(to, path), { mode: 0o700 });
      files += await copyFolder(from, to, isCopied, path);
    }
    if (!target.isFile()) continue;
    await copyFile(join(from, path), join(to, path), constants.COPYFILE_EXCL).catch(ignoreMissing);
    files++;
  }
  return files;
}

/** Removes what is in a folder. */
export async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

/**
 * Waits until the disk has a folder and all that is in it, which otherwise a power failure may lose for half a minute.
 */
export async function flushFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? flushFolder(path) : flush(path));
  }
  await flush(folder);
}

/** Waits until the disk has the content of a file, or the names in a folder. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): never[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

/** Whether a folder is another one or below it, by their absolute paths. */
export function isInside(folder: string, outer: string): boolean {
  const [first] = relative(outer, folder).split(sep);
  return first !== '..';
}
