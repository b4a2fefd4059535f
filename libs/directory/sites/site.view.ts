import { sql } from '@mikro-orm/postgresql';
import { ids, isoTime } from '#platform/database';
import type { NamedRow } from '../names/name-list.js';

/** A place where workers work. */
export class SiteView {
  id: string;
  name: string;
  /** Number of active workers at the site. */
  workers: number;
  version: number;
  createdAt: string;
}

export class SitePage {
  items: SiteView[];
  nextCursor: string | null;
}

/** Without a WHERE clause. */
export const SELECT_SITES = sql`
  select site.id, site.name, site.name_key as "nameKey", site.version, site.created_at as "createdAt",
    (select count(*)::integer from worker where worker.tenant_id = site.tenant_id and worker.site_id = site.id and worker.active) as workers
  from site`;

export function siteView({ id, name, workers, version, createdAt }: NamedRow): SiteView {
  return { id: ids.show('site', id), name, workers, version, createdAt: isoTime(createdAt) };
}
