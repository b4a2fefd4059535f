import { sql } from '@mikro-orm/postgresql';
import { answersOnArrival } from '#needs';
import type { TenantTransaction } from '#platform/database';
import type { NeedFact } from '../rule/facts.js';
import { NEED_FACT_COLUMNS, type NeedFactRow, needFact } from './need-fact.js';

/** The open needs of the cohort of a site. */
export interface SiteNeeds {
  readonly needs: readonly NeedFact[];
  /** Who would have answered which if they came to the site: `need worker`, UUIDs. */
  readonly answered: ReadonlySet<string>;
}

/** As many as are read of a worker's own site. */
const MAX_NEEDS = 200;

/** @param workerIds people from elsewhere, whose answers are read: UUIDs */
export async function loadNeedsOfSite(
  tx: TenantTransaction,
  siteKey: string,
  workerIds: readonly string[],
): Promise<SiteNeeds> {
  const rows = await tx.execute<NeedFactRow[]>(sql`
    select ${NEED_FACT_COLUMNS} from need
    where tenant_id = ${tx.tenantId} and site_key = ${siteKey} and audience_kind = 'cohort' and closed_at is null
    order by severity desc, id limit ${MAX_NEEDS}`);
  const needIds = rows.map(({ id }) => id);
  return { needs: rows.map(needFact), answered: await answersOnArrival(tx, needIds, workerIds) };
}
