import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * How many people the board shows of each site, role, status and set of kinds, updated with its current periods. The
 * index of periods by their beginning leads from the board of now to that of another day.
 *
 * What the previous version of the engine writes while both run is not counted: the recount repairs it.
 */
export class Migration20261127124500ReadinessCounts extends Migration {
  override up(): void {
    for (const sql of [COUNTS, tenantWall('readiness_count'), PERIODS, ...FILLING]) this.addSql(sql);
  }
}

/**
 * `level`: what a row counts: the people of a site, of a role, or of a role at a site, or the people whom a need of a
 * cohort makes not ready or at risk. Null: people without a site, or without a role.
 */
const COUNTS = `
  create table readiness_count (
    tenant_id uuid not null,
    level text not null check (level in ('site', 'role', 'site_role', 'need')),
    site_id uuid,
    role_key text,
    need_id uuid,
    rank smallint not null,
    kinds smallint not null,
    role text,
    people integer not null,
    constraint readiness_count_identity unique nulls not distinct (tenant_id, level, site_id, role_key, need_id, rank, kinds),
    check ((need_id is not null) = (level = 'need'))
  ) with (fillfactor = 70);`;

/** What periods are counted by: a day that is near now is counted from indexes alone. */
const COUNTED = 'site_id, role_key, role, rank, kinds, worst_needs';

/** `worst_needs`: the needs of cohorts that are among the worst reasons of somebody who is not ready or at risk. */
const PERIODS = `
  alter table readiness_period add column worst_needs uuid[] not null default '{}';
  create index readiness_period_begun on readiness_period (tenant_id, valid_from, valid_to) include (is_current, ${COUNTED});
  drop index readiness_period_ending;
  create index readiness_period_ending on readiness_period (tenant_id, valid_to) include (${COUNTED}) where is_current;`;

/** Everybody is computed again, for the needs. Row level security is forced on the owner too. */
const TABLES = ['tenant', 'readiness_mark', 'readiness_period', 'readiness_count'];
const FILLING = [
  ...TABLES.map((table) => `alter table ${table} no force row level security;`),
  `
  insert into readiness_count (tenant_id, level, site_id, role_key, rank, kinds, role, people)
  select tenant_id, case grouping(site_id, role_key) when 0 then 'site_role' when 1 then 'site' else 'role' end, site_id, role_key, rank,
    kinds, case when grouping(role_key) = 0 then min(role) end, count(*)
  from readiness_period where is_current
  group by tenant_id, rank, kinds, grouping sets ((site_id, role_key), (site_id), (role_key));`,
  'insert into readiness_mark (tenant_id) select id from tenant;',
  ...TABLES.map((table) => `alter table ${table} force row level security;`),
];
