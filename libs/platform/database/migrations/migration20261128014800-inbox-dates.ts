import { Migration } from '@mikro-orm/migrations';

/**
 * Indexes of what the inbox shows for its filters by due date, unknown worker and unknown site, and its order by due
 * date. No index has `last_seen_at`: it would be written with every signal that joins a need.
 */
export class Migration20261128014800InboxDates extends Migration {
  override up(): void {
    this.addSql(INDEXES);
  }
}

const SHOWN = 'resolved_at is not null or closed_at is not null';

/** As `dueOf` in `needs/inbox/page/date-conditions.ts`. */
const DUE = `case when due_at is null then '9999-12-31T23:59:59.999Z'::timestamptz else least(due_at, '9999-12-31T23:59:59.998Z'::timestamptz) end`;

/** `need_cohorts` has the needs of all sites, of which few are unknown: whether one is, changes with the directory. */
const INDEXES = `
  create index need_by_due on need (tenant_id, status, severity, (${DUE}), id) where ${SHOWN};
  create index need_unknown_worker on need (tenant_id, status, recommendation, severity, id)
    where (${SHOWN}) and audience_kind = 'worker' and worker_id is null;
  create index need_cohorts on need (tenant_id, status, recommendation, severity, id) where (${SHOWN}) and audience_kind = 'cohort';`;
