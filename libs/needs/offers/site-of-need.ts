import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, anyTenant } from '#platform/database';

/**
 * SQL: joins of a row of `need`, in which {@link SITE_OF_NEED} finds its site. No look-ups of each need, because an offer
 * may be of a hundred thousand.
 */
export function sitesOfNeeds(tenantId: string): SqlFragment {
  return sql`
    left join site on site.tenant_id = ${anyTenant(tenantId)} and site.name_key = need.site_key
    left join site_alias alias on alias.tenant_id = ${anyTenant(tenantId)} and alias.name_key = need.site_key`;
}

/**
 * SQL: the id of the site whose people the need of a cohort reaches. Until the need is resolved, it may have an alias of
 * the site, or its former name.
 */
export const SITE_OF_NEED = sql`coalesce(site.id, alias.site_id)`;
