import { type DirectoryChange, DirectoryChanges } from '#directory';
import type { TestEngine } from './engine.js';

/**
 * Collects the changes that the directory publishes from now on. A test clears the array by setting its length to 0.
 */
export function directoryChanges({ app }: TestEngine): Array<DirectoryChange & { tenantId: string }> {
  const published: Array<DirectoryChange & { tenantId: string }> = [];
  app
    .get(DirectoryChanges, { strict: false })
    .subscribe((tx, change) => Promise.resolve(void published.push({ ...change, tenantId: tx.tenantId })));
  return published;
}
