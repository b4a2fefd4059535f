import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import type { NeedFact } from '../rule/facts.js';
import { NEED_FACT_COLUMNS, type NeedFactRow, needFact } from './need-fact.js';

/** The open needs of the cohort of a site. */
export interface SiteNeeds {
  readonly needs: readonly NeedFact[];
  /** Who has answered which: `need worker`, UUIDs. */
  readonly answered: ReadonlySet<string>;
}

/** As many as are read of a worker's own site. */
const MOST_NEEDS = 200;

/** @param workerIds whose answers are read, UUIDs */
export async function loadNeedsOfSite(
  tx: TenantTransaction,
  siteKey: string,
  workerIds: readonly string[],
): Promise<SiteNeeds> {
  const rows = await tx.execute<NeedFactRow[]>(sql`
    select ${NEED_FACT_COLUMNS} from need
    where tenant_id = ${tx.tenantId} and site_key = ${siteKey} and audience_kind = 'cohort' and closed_at is null
    order by severity desc, id limit ${MOST_NEEDS}`);
  const answered = await tx.execute<Array<{ answer: string }>>(sql`
    select need_id || ' ' || worker_id as answer from need_person
    where tenant_id = ${tx.tenantId} and need_id = any (${sqlArray(rows.map(({ id }) => id))}::uuid[])
      and worker_id = any (${sqlArray(workerIds)}::uuid[]) and answered_at is not null`);
  return { needs: rows.map(needFact), answered: new Set(answered.map(({ answer }) => answer)) };
}
