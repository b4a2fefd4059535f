import { Migration } from '@mikro-orm/migrations';

/**
 * An index for each way in which the inbox is read. All but one hold only what is SEEN: the statement that records a
 * signal writes a need that is not, and so keeps no more indexes than before; the resolving job pays for the others,
 * off that path. Each begins with what a filter names and ends in severity and id, in which every page is ordered
 * (libs/needs/inbox).
 */
export class Migration20261125080000InboxIndexes extends Migration {
  override up(): void {
    this.addSql(WORKER_SITE);
    this.addSql(INBOX);
    for (const [name, column] of KEYS) {
      this.addSql(
        `create index ${name} on need (tenant_id, ${column}, status, recommendation, severity, id) where (${SEEN}) and ${column} is not null;`,
      );
    }
    this.addSql(WORKERS);
  }
}

const SEEN = 'resolved_at is not null or closed_at is not null';

/**
 * Where the need's worker is, beside `site_key`, the site that the signal named. Row level security is forced on the
 * owner too.
 */
const WORKER_SITE = `
  alter table need add column worker_site_id uuid, no force row level security;
  update need set worker_site_id = worker.site_id from worker where worker.tenant_id = need.tenant_id and worker.id = need.worker_id;
  alter table need force row level security;`;

const INBOX = `
  drop index need_inbox;
  create index need_new on need (tenant_id, severity, id) where resolved_at is null and closed_at is null;
  create index need_inbox on need (tenant_id, severity, id) where ${SEEN};
  create index need_by_state on need (tenant_id, status, recommendation, severity, id) where ${SEEN};`;

const KEYS = [
  ['need_by_type', 'type'],
  ['need_by_topic', 'topic'],
  ['need_by_site', 'site_key'],
  ['need_by_worker_site', 'worker_site_id'],
] as const;

/** The needs of workers who are not in the directory are found by their keys, closed ones too. */
const WORKERS = `
  create index need_by_worker on need (tenant_id, worker_id, severity, id) where worker_id is not null;
  drop index need_unknown_external_worker_id, need_unknown_email, need_unknown_learner_id;
  create index need_unknown_external_worker_id on need (tenant_id, external_worker_id)
    where (${SEEN}) and worker_id is null and external_worker_id is not null;
  create index need_unknown_email on need (tenant_id, email)
    where (${SEEN}) and worker_id is null and email is not null;
  create index need_unknown_learner_id on need (tenant_id, learner_id)
    where (${SEEN}) and worker_id is null and learner_id is not null;`;
