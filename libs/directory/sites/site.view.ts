import { sql } from '@mikro-orm/postgresql';
import { ids, isoTime } from '#platform/database';
import type { NamedRow } from '../names/name-list.js';

/** A place where workers work. */
export class SiteView {
  /** Identifier with the prefix `site_`. */
  id: string;
  /** Name of the site, unique in the tenant whatever the case. */
  name: string;
  /** Other names by which signals and imports reach it, such as earlier names. */
  aliases: string[];
  /** Number of active workers at the site. */
  workers: number;
  version: number;
  createdAt: string;
}

export class SitePage {
  items: SiteView[];
  nextCursor: string | null;
}

export interface SiteRow extends NamedRow {
  readonly aliases: string[];
}

/** Without a WHERE clause. */
export const SELECT_SITES = sql`
  select site.id, site.name, site.name_key as "nameKey", site.version, site.created_at as "createdAt",
    array(select name from site_alias where site_alias.tenant_id = site.tenant_id and site_alias.site_id = site.id
        order by name_key) as aliases,
    (select count(*)::integer from worker where worker.tenant_id = site.tenant_id and worker.site_id = site.id
        and worker.active) as workers
  from site`;

export function siteView({ id, name, aliases, workers, version, createdAt }: SiteRow): SiteView {
  return { id: ids.show('site', id), name, aliases, workers, version, createdAt: isoTime(createdAt) };
}
