import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { Invalid, Problem } from '#platform/errors';
import { nameKeyOf } from '#platform/text';
import { SiteAlias } from './site-alias.entity.js';

/** Aliases of a site. */
export const MAX_ALIASES = 50;

/** 409: the name belongs to another site, as its name or as an alias. */
class SiteNameTaken extends Problem {
  constructor(field: string, other: string) {
    super(409, 'name_taken', `the site ${JSON.stringify(other)} has that name`, [
      { field, message: `names the site ${JSON.stringify(other)}` },
    ]);
  }
}

/** The aliases of a site, by name. */
export async function aliasesOf(tx: TenantTransaction, siteId: string): Promise<string[]> {
  const aliases = await tx.find(SiteAlias, { siteId }, { orderBy: { nameKey: 'asc' } });
  return aliases.map(({ name }) => name);
}

/** The aliases that a site is to have: each once, without its own name. @throws Invalid if they are too many */
export function aliasesFor(name: string, wanted: readonly string[]): string[] {
  const byKey = new Map(wanted.toReversed().map((alias) => [nameKeyOf(alias), alias]));
  byKey.delete(nameKeyOf(name));
  if (byKey.size > MAX_ALIASES)
    throw new Invalid([{ field: 'aliases', message: `a site has at most ${MAX_ALIASES} aliases: remove one first` }]);
  return [...byKey.values()].toReversed();
}

/**
 * Replaces the aliases of a site. The caller has locked the names (`lockSiteNames`).
 * @param name its name, which must not be an alias of another one
 * @returns the keys of the aliases that are new, or gone
 * @throws SiteNameTaken
 */
export async function storeAliases(
  tx: TenantTransaction,
  siteId: string,
  name: string,
  aliases: readonly string[],
): Promise<string[]> {
  await demandFree(tx, siteId, name, aliases);
  const known = await tx.find(SiteAlias, { siteId });
  const wanted = new Map(aliases.map((alias) => [nameKeyOf(alias), alias]));
  const gone = known.filter((alias) => wanted.get(alias.nameKey) !== alias.name);
  const kept = new Set(known.filter((alias) => !gone.includes(alias)).map(({ nameKey }) => nameKey));
  const added = [...wanted].filter(([key]) => !kept.has(key));
  await tx.nativeDelete(SiteAlias, { siteId, nameKey: { $in: gone.map(({ nameKey }) => nameKey) } });
  for (const alias of gone) tx.getUnitOfWork().unsetIdentity(alias);
  for (const [nameKey, alias] of added) tx.create(SiteAlias, { tenantId: tx.tenantId, nameKey, name: alias, siteId });
  return [...gone.map(({ nameKey }) => nameKey), ...added.map(([key]) => key)];
}

/** @throws SiteNameTaken */
async function demandFree(
  tx: TenantTransaction,
  siteId: string,
  name: string,
  aliases: readonly string[],
): Promise<void> {
  const fields = new Map([
    ...aliases.map((alias, index): [string, string] => [nameKeyOf(alias), `aliases.${index}`]),
    [nameKeyOf(name), 'name'] as const,
  ]);
  const keys = sqlArray([...fields.keys()]);
  const [taken] = await tx.execute<Array<{ key: string; name: string }>>(sql`
    select name_key as key, name from site where tenant_id = ${tx.tenantId} and id <> ${siteId}
      and name_key = any (${keys}::text[])
    union all
    select site_alias.name_key, site.name from site_alias join site on site.tenant_id = site_alias.tenant_id
      and site.id = site_alias.site_id
    where site_alias.tenant_id = ${tx.tenantId} and site_alias.site_id <> ${siteId}
      and site_alias.name_key = any (${keys}::text[])
    limit 1`);
  if (taken !== undefined) throw new SiteNameTaken(fields.get(taken.key) ?? 'name', taken.name);
}
