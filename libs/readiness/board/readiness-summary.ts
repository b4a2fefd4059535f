import { Injectable } from '@nestjs/common';
import { sql } from '@mikro-orm/postgresql';
import { Database, type TenantTransaction } from '#platform/database';
import { readPolicy } from '../policy/read-policy.js';
import { Calendar } from '../rule/calendar.js';
import type { ReasonKind } from '../rule/kinds.js';
import { readLastChange } from './last-change.js';
import type { ReadinessFilter } from './readiness.query.js';
import { readSharedCauses } from './shared-causes.js';
import { shownInstant } from './shown-instant.js';
import { type SummaryCount, kindCounts, readCounts, sumOf } from './summary-counts.js';
import type { StatusCounts, SummaryView } from './summary.view.js';

/** Counts the people of the board by status, site, role and kind of reason. */
@Injectable()
export class ReadinessSummary {
  constructor(private readonly database: Database) {}

  read(filter: ReadinessFilter): Promise<SummaryView> {
    return this.database.inSnapshot(async (tx) => {
      const { timeZone } = await readPolicy(tx);
      const instant = await shownInstant(tx, filter.asOf, Calendar.of(timeZone));
      const byLevel = Map.groupBy(await readCounts(tx, filter, instant), ({ level }) => level);
      const ofSites = byLevel.get('site') ?? [];
      const bySite = new Map(ofSites.map((row) => [row.siteId, row]));
      const sites = await readSites(tx);
      const known = new Set(sites.map(({ id }) => id));
      // On a past day also those of sites that were deleted since: the board shows them without a site.
      const withoutSite = ofSites.filter(({ siteId }) => siteId === null || !known.has(siteId));
      const explained = (byLevel.get('need') ?? []).flatMap(({ needId, total }) =>
        needId === null ? [] : [{ needId, people: total }],
      );
      return {
        asOf: new Date(instant.at).toISOString(),
        changedAt: await readLastChange(tx, instant.at),
        ...shownCounts(sumOf(ofSites)),
        sites: [
          ...sites.map(({ id, name }) => ({ site: name, ...shownCounts(bySite.get(id)) })),
          ...(withoutSite.length === 0 ? [] : [{ site: null, ...shownCounts(sumOf(withoutSite)) }]),
        ],
        roles: (byLevel.get('role') ?? [])
          .map((row) => ({ role: row.role, ...shownCounts(row) }))
          .toSorted((one, other) => (one.role ?? '\uFFFF').localeCompare(other.role ?? '\uFFFF')),
        causes: await readSharedCauses(tx, explained),
      };
    });
  }
}

type Counts = StatusCounts & { readonly kinds: Record<ReasonKind, number> };

function shownCounts(row: Pick<SummaryCount, keyof Counts> | undefined): Counts {
  return {
    total: row?.total ?? 0,
    ready: row?.ready ?? 0,
    atRisk: row?.atRisk ?? 0,
    notReady: row?.notReady ?? 0,
    kinds: row?.kinds ?? kindCounts(() => 0),
  };
}

function readSites(tx: TenantTransaction): Promise<Array<{ id: string; name: string }>> {
  return tx.execute<Array<{ id: string; name: string }>>(
    sql`select id, name from site where tenant_id = ${tx.tenantId} order by name_key`,
  );
}
