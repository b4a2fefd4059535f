import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** Comments on drafts. */
export class Migration20261127154000DraftComments extends Migration {
  override up(): void {
    this.addSql(`
      create table draft_comment (
        tenant_id uuid not null,
        draft_id uuid not null,
        id uuid not null,
        author text not null,
        version integer not null,
        lesson_id text,
        body text not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, draft_id, id)
      );`);
    this.addSql(tenantWall('draft_comment'));
  }
}
