import type { TestTenant } from '../harness/tenant.js';
import type { TestDatabase } from '../harness/database.js';

const PEOPLE_OF_SITE = `
  with place as (
    insert into site (tenant_id, id, name, name_key) select id, gen_random_uuid(), $2, lower($2) from tenant
    where slug = $1
    returning tenant_id, id
  ), person as (
    insert into worker (tenant_id, id, external_worker_id, name, site_id)
    select tenant_id, gen_random_uuid(), $2 || n, 'Given Family ' || n, place.id from place
    cross join generate_series(1, $3::integer) n
    returning tenant_id, id, name, site_id
  )
  insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since, kinds,
      name, name_key, site_id)
  select tenant_id, id, now() - interval '1 day', 'infinity', true, 2, 4, now() - interval '1 day', 0, name,
    lower(name), site_id from person`;

/** Adds a site, with people who are on the board. */
export async function addPeopleOfSite(
  { database }: { readonly database: TestDatabase },
  { slug }: TestTenant,
  site: string,
  people: number,
): Promise<void> {
  await database.query(PEOPLE_OF_SITE, [slug, site, people]);
}
