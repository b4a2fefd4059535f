import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, type Transaction, lockInTenant, pairsOf } from '#platform/database';
import { nameKeyOf } from '#platform/text';

/**
 * Keeps names and aliases of sites until the transaction ends, so that no site is created by a name that becomes an
 * alias meanwhile. Take it before any row of a site.
 */
async function lockSiteNamesShared(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, 'sites', { isShared: true });
}

/** Serialises changes of names and aliases of sites; see {@link lockSiteNamesShared}. */
export async function lockSiteNames(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, 'sites');
}

/** A query for the id of the site that a name, or else an alias, names; null: none does. */
export function siteIdNamed(tenantId: string, name: string): SqlFragment {
  const key = nameKeyOf(name);
  return sql`(select coalesce(
    (select id from site where tenant_id = ${tenantId} and name_key = ${key}),
    (select site_id from site_alias where tenant_id = ${tenantId} and name_key = ${key})))`;
}

/** A query for the key of the present name of a site that an alias names; null: the name is no alias. */
export function presentKeyOf(tenantId: string, alias: string): SqlFragment {
  const aliased = sql`(select site_id from site_alias
      where tenant_id = ${tenantId} and name_key = ${nameKeyOf(alias)})`;
  return sql`(select name_key from site where tenant_id = ${tenantId} and id = ${aliased})`;
}

/** A query for the keys of all aliases of the site that a name, or else an alias, names: no row if none does. */
export function aliasKeysOf(tenantId: string, name: string): SqlFragment {
  return sql`select name_key from site_alias
    where tenant_id = ${tenantId} and site_id = ${siteIdNamed(tenantId, name)}`;
}

/** The id of the site that a name, or else an alias, names; null: none does. */
export async function findSiteId(tx: TenantTransaction, name: string): Promise<string | null> {
  const [row] = await tx.execute<Array<{ id: string | null }>>(sql`select ${siteIdNamed(tx.tenantId, name)} as id`);
  return row?.id ?? null;
}

/** The site that an alias names. */
export interface AliasedSite {
  readonly name: string;
  readonly nameKey: string;
}

/** A name, by its key, in a tenant. */
interface NamedSite {
  readonly tenantId: string;
  readonly key: string;
}

type SiteOfAlias = (tenantId: string, key: string) => AliasedSite | undefined;

/** The sites of those of the names that are aliases. */
export async function aliasedSites(tx: Transaction, named: readonly NamedSite[]): Promise<SiteOfAlias> {
  if (named.length === 0) return () => undefined;
  const rows = await tx.execute<Array<AliasedSite & NamedSite>>(sql`
    select alias.tenant_id as "tenantId", alias.name_key as key, site.name, site.name_key as "nameKey"
    from ${pairsOf(named, ({ key }) => key, sql`text`)}
      cross join lateral (select * from site_alias where site_alias.tenant_id = given.tenant_id
          and site_alias.name_key = given.key offset 0) as alias
      join site on site.tenant_id = alias.tenant_id and site.id = alias.site_id`);
  const sites = new Map(rows.map((row) => [`${row.tenantId} ${row.key}`, row]));
  return (tenantId, key) => sites.get(`${tenantId} ${key}`);
}

/** Rows of workers that name sites by their present names, if they named them by aliases. */
export async function withPresentSites<Row extends { readonly site?: string | null | undefined }>(
  tx: TenantTransaction,
  rows: readonly Row[],
): Promise<Row[]> {
  const keys = rows.flatMap(({ site }) => (typeof site === 'string' ? [nameKeyOf(site)] : []));
  if (keys.length === 0) return [...rows];
  await lockSiteNamesShared(tx);
  const siteOf = await aliasedSites(
    tx,
    [...new Set(keys)].map((key) => ({ tenantId: tx.tenantId, key })),
  );
  return rows.map((row) => {
    const site = typeof row.site === 'string' ? siteOf(tx.tenantId, nameKeyOf(row.site)) : undefined;
    return site === undefined ? row : { ...row, site: site.name };
  });
}
