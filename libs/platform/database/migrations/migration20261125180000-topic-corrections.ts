import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * What synonyms are learned from: needs for which a person offered another course than the recommended one, by the
 * operation that offered it. A synonym that is forgotten takes them with it. `rejected_corrections`: how many there
 * were when the synonym was rejected.
 */
export class Migration20261125180000TopicCorrections extends Migration {
  override up(): void {
    this.addSql(`
      alter table topic_synonym add column rejected_corrections integer not null default 0;
      update topic_synonym set rejected_corrections = corrections where status = 'rejected';
      create table topic_correction (
        tenant_id uuid not null,
        operation_id uuid not null,
        need_id uuid not null,
        synonym_id uuid not null,
        recommended_course_id uuid,
        actor text not null,
        corrected_at timestamptz not null default now(),
        primary key (tenant_id, operation_id, need_id),
        foreign key (tenant_id, synonym_id) references topic_synonym (tenant_id, id) on delete cascade
      );
      create index topic_correction_by_synonym on topic_correction (tenant_id, synonym_id, operation_id, need_id);`);
    this.addSql(tenantWall('topic_correction'));
  }
}
