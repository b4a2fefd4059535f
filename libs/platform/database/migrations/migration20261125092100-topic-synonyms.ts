import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * What a topic means to a tenant: a course of its library, or another topic. `topic_key` is the topic as topics are
 * compared. A topic has at most one meaning that counts. A suggestion that was rejected stays, so that it is not made
 * again; a course takes its synonyms with it.
 */
export class Migration20261125092100TopicSynonyms extends Migration {
  override up(): void {
    this.addSql(`
      create table topic_synonym (
        tenant_id uuid not null,
        id uuid not null,
        topic text not null,
        topic_key text not null,
        course_id uuid,
        means text,
        status text not null check (status in ('suggested', 'accepted', 'rejected')),
        origin text not null check (origin in ('entered', 'learned')),
        corrections integer not null default 0,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, course_id) references course (tenant_id, id) on delete cascade,
        check (num_nonnulls(course_id, means) = 1)
      );
      create unique index topic_synonym_accepted on topic_synonym (tenant_id, topic_key) where status = 'accepted';
      create unique index topic_synonym_pair on topic_synonym (tenant_id, topic_key, course_id);
      create index topic_synonym_by_status on topic_synonym (tenant_id, status, id);
      create index topic_synonym_by_course on topic_synonym (tenant_id, course_id);`);
    this.addSql(tenantWall('topic_synonym'));
  }
}
