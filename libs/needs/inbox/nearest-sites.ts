import { sql } from '@mikro-orm/postgresql';
import { distance } from 'fastest-levenshtein';
import type { TenantTransaction } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { fold } from '#platform/text';
import type { NeedView } from './need.view.js';

/** Limits of the search, which is for a person who reads the list. */
const MAX_SITES = 2_000;
const MAX_NAMES = 50;
/** Letters of a folded name: the time to compare two names grows with the product of their lengths. */
const MAX_NAME_LENGTH = 100;

/** The share of a name's letters that may differ. */
const FURTHEST = 0.5;

/** Adds the nearest site of the directory to needs of sites that it does not know. */
export async function withNearestSites<View extends NeedView>(
  tx: TenantTransaction,
  needs: readonly View[],
): Promise<View[]> {
  const names = [...new Set(needs.flatMap(({ unknownSite }) => unknownSite ?? []))].slice(0, MAX_NAMES);
  if (names.length === 0) return [...needs];
  const sites = await tx.execute<Array<{ name: string }>>(
    sql`select name from site where tenant_id = ${tx.tenantId} order by name_key limit ${MAX_SITES}`,
  );
  const folded = sites
    .map(({ name }) => ({ name, key: fold(name) }))
    .filter(({ key }) => key.length <= MAX_NAME_LENGTH);
  const nearest = new Map<string, string | null>();
  for (const name of names) {
    const key = fold(name);
    if (key.length <= MAX_NAME_LENGTH) nearest.set(name, nearestOf(key, folded));
    if (mustYield()) await yieldToEventLoop();
  }
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
