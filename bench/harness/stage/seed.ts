import type pg from 'pg';
import { MATCHER_VERSION } from '#catalog';
import { type Fleet, SITES_PER_TENANT, library } from '../world.js';

/**
 * Inserts the sites, workers and published courses of every tenant directly into the tables, because this is not
 * measured.
 */
export async function seedTenants(owner: pg.Client, { workers }: Fleet): Promise<void> {
  await owner.query(
    `insert into site (tenant_id, id, name, name_key)
     select tenant.id, gen_random_uuid(), 'Site ' || n, 'site ' || n from tenant, generate_series(1, $1::int) n`,
    [SITES_PER_TENANT],
  );
  await owner.query(
    `insert into worker (tenant_id, id, external_worker_id, email, name, site_id)
     select tenant.id, gen_random_uuid(), 'W-' || lpad(n::text, 5, '0'),
       'worker-' || lpad(n::text, 3, '0') || '@' || tenant.slug || '.example', 'Worker ' || n, site.id
     from tenant cross join generate_series(1, $1::int) n
       join site on site.tenant_id = tenant.id and site.name_key = 'site ' || (1 + n % $2::int)`,
    [workers, SITES_PER_TENANT],
  );
  await owner.query(
    `insert into course (tenant_id, id, title, topics, category, status)
     select tenant.id, gen_random_uuid(), course.title, array(select jsonb_array_elements_text(course.topics)),
       'Refresher', 'published'
     from tenant, jsonb_to_recordset($1::jsonb) as course (title text, topics jsonb)`,
    [JSON.stringify(library())],
  );
  await owner.query('insert into catalog_version (tenant_id) select id from tenant on conflict do nothing');
  // As after an import of the libraries, which matches the needs of each tenant again: here, of none.
  await owner.query(
    `insert into matched_library (tenant_id, version, matcher)
     select tenant_id, version, $1 from catalog_version on conflict do nothing`,
    [MATCHER_VERSION],
  );
  await owner.query('analyze');
}
