import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { Problem } from '#platform/errors';
import type { ImportWorkersQuery } from '../../import/import.dto.js';
import { Worker } from '../worker.entity.js';

/** A list without a larger share of the active workers is probably incomplete. */
const DEFAULT_MAX_SHARE = 0.25;
/** This many may always be missing. */
const DEFAULT_MAX_NUMBER = 10;

/** A worker whom the list does not name. */
interface MissingWorker {
  readonly id: string;
  readonly siteKey: string | null;
}

/** 409: more workers are missing from the list than the caller allows; nothing is written. */
class TooManyMissing extends Problem {
  constructor(missing: number, active: number) {
    const detail = `the list lacks ${missing} of ${active} active workers: if all of them have left, send it again with maxDeactivated=${missing}`;
    super(409, 'too_many_missing', detail, undefined, { missing, active });
  }
}

/**
 * Deactivates the active workers whom a list does not name; a dry run has no limit.
 * @throws TooManyMissing
 */
export async function deactivateMissing(
  tx: TenantTransaction,
  namedIds: readonly string[],
  { dryRun = false, maxDeactivated }: ImportWorkersQuery,
): Promise<MissingWorker[]> {
  const missing = await tx.execute<MissingWorker[]>(sql`
    update worker set active = false, version = version + 1, updated_at = now()
    where tenant_id = ${tx.tenantId} and active
      and not exists (select from unnest(${sqlArray(namedIds)}::uuid[]) as named (id) where named.id = worker.id)
    returning id, (select name_key from site where site.tenant_id = worker.tenant_id
        and site.id = worker.site_id) as "siteKey"`);
  const active = missing.length + (await tx.count(Worker, { active: true }));
  if (!dryRun && missing.length > (maxDeactivated ?? Math.max(DEFAULT_MAX_NUMBER, active * DEFAULT_MAX_SHARE)))
    throw new TooManyMissing(missing.length, active);
  return missing;
}
