import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Copies the files of a folder, with their modes, into a new folder that only its owner may read. Files that vanish
 * meanwhile are left out: PostgreSQL removes files while it runs. Sockets are left out, too.
 * @param isCopied asked for each path, relative to the folder
 * @returns the number of files
 */
export async function copyFolder(
  from: string,
  to: string,
  isCopied: (path: string) => boolean = () => true,
  below = '',
): Promise<number> {
  await mkdir(join(to, below), { mode: 0o700 });
  let files = 0;
  for (const entry of await readdir(join(from, below), { withFileTypes: true }).catch(ignoreMissing)) {
    const path = join(below, entry.name);
    if (!isCopied(path)) continue;
    if (entry.isDirectory()) files += await copyFolder(from, to, isCopied, path);
    if (!entry.isFile()) continue;
    await copyFile(join(from, path), join(to, path), constants.COPYFILE_EXCL).catch(ignoreMissing);
    files++;
  }
  return files;
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
