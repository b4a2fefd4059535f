import { expect } from '@jest/globals';
import type { TestEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

/** An earlier release had another key for a gap. */
export const OTHER_KEY = `update need set gap_key = 'of an earlier release' where tenant_id = $1`;

/**
 * Changes rows of a tenant to what an earlier release left, which matched its needs.
 * @param update a statement with the tenant's id as its parameter
 * @param library columns of `matched_library`
 */
export async function asEarlierRelease(
  { database }: TestEngine,
  { id }: TestTenant,
  update: string,
  library = 'matcher = 0',
): Promise<void> {
  await database.query(`with earlier as (update matched_library set ${library} where tenant_id = $1) ${update}`, [id]);
}

/** A worker starts, and gives the need at a site the key of this release. */
export function expectRegrouped(engine: TestEngine, { id }: TestTenant, site: string): Promise<void> {
  const read = `select gap_key <> 'of an earlier release' as is_new from need where tenant_id = $1 and site = $2`;
  return withWorker(engine, () =>
    eventually(async () => expect(await engine.database.query(read, [id, site])).toEqual([{ is_new: true }])),
  );
}
