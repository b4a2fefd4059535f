import { sql } from '@mikro-orm/postgresql';
import { distance } from 'fastest-levenshtein';
import type { TenantTransaction } from '#platform/database';
import { fold } from '#platform/text';
import type { NeedView } from './need.view.js';

/** Limits of the search, which is for a person who reads the list. */
const MOST_SITES = 2_000;
const MOST_NAMES = 50;

/** The share of a name's letters that may differ. */
const FURTHEST = 0.5;

/** Adds the nearest site of the directory to needs of sites that it does not know. */
export async function withNearestSites<View extends NeedView>(
  tx: TenantTransaction,
  needs: readonly View[],
): Promise<View[]> {
  const names = [...new Set(needs.flatMap(({ unknownSite }) => unknownSite ?? []))].slice(0, MOST_NAMES);
  if (names.length === 0) return [...needs];
  const sites = await tx.execute<Array<{ name: string }>>(
    sql`select name from site where tenant_id = ${tx.tenantId} order by name_key limit ${MOST_SITES}`,
  );
  const folded = sites.map(({ name }) => ({ name, key: fold(name) }));
  const nearest = new Map(names.map((name) => [name, nearestOf(fold(name), folded)]));
  return needs.map((need) =>
    need.unknownSite === null ? need : { ...need, nearestSite: nearest.get(need.unknownSite) ?? null },
  );
}

function nearestOf(name: string, sites: ReadonlyArray<{ readonly name: string; readonly key: string }>): string | null {
  let best: string | null = null;
  let least = Math.floor(name.length * FURTHEST) + 1;
  for (const site of sites) {
    if (Math.abs(site.key.length - name.length) >= least) continue;
    const apart = distance(name, site.key);
    if (apart >= least) continue;
    best = site.name;
    least = apart;
  }
  return best;
}
