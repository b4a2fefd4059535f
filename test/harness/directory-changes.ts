import { type DirectoryChange, DirectoryChanges } from '#directory';
import type { TestEngine } from './engine.js';

/** Collects what the directory publishes from now on. A test empties it by setting its length. */
export function directoryChanges({ app }: TestEngine): Array<DirectoryChange & { tenantId: string }> {
  const published: Array<DirectoryChange & { tenantId: string }> = [];
  app
    .get(DirectoryChanges, { strict: false })
    .subscribe((tx, change) => Promise.resolve(void published.push({ ...change, tenantId: tx.tenantId })));
  return published;
}
