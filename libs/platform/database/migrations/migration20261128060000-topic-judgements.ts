import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** What a model judges of topics that no course answers, and the tokens that this uses. */
export class Migration20261128060000TopicJudgements extends Migration {
  override up(): void {
    for (const sql of [JUDGEMENTS, tenantWall('topic_judgement'), LEDGER]) this.addSql(sql);
  }
}

/** A row waits for the model where `waiting_since` is set. `asked` identifies the question that was answered last. */
const JUDGEMENTS = `
  create table topic_judgement (
    tenant_id uuid not null,
    topic_key text not null,
    topic text not null,
    waiting_since timestamptz,
    attempts smallint not null default 0,
    library_version integer,
    asked text,
    course_id uuid,
    reason text,
    judged_at timestamptz,
    primary key (tenant_id, topic_key)
  );
  create index topic_judgement_waiting on topic_judgement (tenant_id, waiting_since) where waiting_since is not null;
  create index topic_judgement_judged on topic_judgement (tenant_id, judged_at desc) where course_id is not null;`;

const LEDGER = `
  alter table authoring_entry alter column draft_id drop not null, drop constraint authoring_entry_kind_check;
  alter table authoring_entry add constraint authoring_entry_kind_check check (kind in ('reserved', 'settled', 'released', 'judged')),
    add constraint authoring_entry_draft check ((kind = 'judged') = (draft_id is null));`;
