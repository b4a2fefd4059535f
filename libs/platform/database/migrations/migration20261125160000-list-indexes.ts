import { Migration } from '@mikro-orm/migrations';

/**
 * An index for every filter and order of the lists, which ends in that order (test/contract/list-plans.spec.ts). Behind
 * row level security an index is searched by columns and plain comparisons alone: what is compared by an expression is
 * a column of its own here.
 */
export class Migration20261125160000ListIndexes extends Migration {
  override up(): void {
    this.addSql(WORKERS);
    this.addSql(COURSES);
    this.addSql(CREDENTIALS);
    this.addSql(OTHERS);
  }
}

/**
 * Partial, so that only what asks for a site or for who is active can use them: PostgreSQL 18 skips over leading
 * columns, and took `worker_by_site` for a look-up by id, a walk over all sites for each worker.
 */
const WORKERS = `
  drop index worker_by_site;
  create index worker_by_site on worker (tenant_id, site_id, id) where site_id is not null;
  create index worker_active on worker (tenant_id, id) where active;
  create index worker_inactive on worker (tenant_id, id) where not active;`;

const COURSES = `
  alter table course add column category_key text generated always as (lower(category)) stored;
  create index course_by_category on course (tenant_id, category_key, id) where category_key is not null;`;

/** `expiry_key`: what does not expire stands behind what does. */
const CREDENTIALS = `
  alter table credential add column expiry_key timestamptz not null
    generated always as (coalesce(expires_at, '9999-12-31T23:59:59.999Z'::timestamptz)) stored;
  drop index credential_by_expiry, credential_superseded_by_expiry, credential_by_name;
  create index credential_by_expiry on credential (tenant_id, expiry_key, id) where superseded_at is null;
  create index credential_by_name on credential (tenant_id, name_key, expiry_key, id) where superseded_at is null;
  create index credential_superseded_by_expiry on credential (tenant_id, expiry_key, id) where superseded_at is not null;
  create index credential_superseded_by_name on credential (tenant_id, name_key, expiry_key, id) where superseded_at is not null;`;

const OTHERS = `
  create index onboarding_step_done on onboarding_step (tenant_id, id) where done_at is not null;
  drop index assignment_due;
  create index assignment_by_due on assignment (tenant_id, due_at, id);
  create index assignment_by_status on assignment (tenant_id, status, id);
  create index operation_by_status on operation (tenant_id, status, id);
  create index console_user_by_role on console_user (tenant_id, role, id);
  create index console_user_active on console_user (tenant_id, id) where active;
  create index console_user_inactive on console_user (tenant_id, id) where not active;
  create index topic_synonym_by_origin on topic_synonym (tenant_id, origin, id);`;
