import { sql } from '@mikro-orm/postgresql';
import { MATCHER_VERSION } from '#catalog';
import { type Transaction, sqlArray } from '#platform/database';
import { SNOOZE_IS_DUE } from '../lifecycle/snoozed-needs.js';

/** What a tenant's job has to do besides resolving needs. */
export interface OtherWork {
  readonly hasSnoozed: boolean;
  readonly hasCompletions: boolean;
  /** A newer release has matched its needs, and has to match again what this one resolves. */
  readonly hasNewerMatcher: boolean;
}

/**
 * Finds which of these tenants have other work. It is rare, so that each tenant's job does it alone.
 * @returns by the tenant's id
 */
export async function otherWork(
  tx: Transaction,
  tenantIds: readonly string[],
): Promise<ReadonlyMap<string, OtherWork>> {
  const rows = await tx.execute<Array<OtherWork & { id: string }>>(sql`
    select id, exists (select from need where need.tenant_id = given.id and ${SNOOZE_IS_DUE}) as "hasSnoozed",
      exists (select from completion_signal where completion_signal.tenant_id = given.id
          and status = 'waiting') as "hasCompletions",
      exists (select from matched_library where tenant_id = given.id
          and matcher > ${MATCHER_VERSION}) as "hasNewerMatcher"
    from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)`);
  return new Map(rows.map(({ id, ...work }) => [id, work]));
}

/**
 * Makes tenants due for the workers of a newer release, which have matched their needs already: during an upgrade,
 * workers of both releases resolve needs. Locks them in the order of their ids: another set may have the same ones.
 */
export async function leaveToNewerMatcher(tx: Transaction, tenantIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update matched_library set matcher = ${MATCHER_VERSION}
    where tenant_id = any (array(
      select tenant_id from matched_library
      where tenant_id = any (${sqlArray(tenantIds)}::uuid[]) and matcher > ${MATCHER_VERSION}
      order by tenant_id for update
    ))`);
}
