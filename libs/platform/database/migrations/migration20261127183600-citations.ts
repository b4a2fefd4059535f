import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** Which passages drafts cite, and which drafts and courses are due for review because a document has changed. */
export class Migration20261127183600Citations extends Migration {
  override up(): void {
    for (const sql of [CITATIONS, DUE, CATEGORIES]) this.addSql(sql);
    this.addSql(tenantWall('citation'));
  }
}

/** The passage may be gone with its document: the draft keeps its source in words. */
const CITATIONS = `
  create table citation (
    tenant_id uuid not null,
    draft_id uuid not null,
    passage_id uuid not null,
    document_id uuid not null,
    primary key (tenant_id, draft_id, passage_id)
  );
  create index citation_by_document on citation (tenant_id, document_id, passage_id);`;

const DUE = `
  alter table draft add column review_due_since timestamptz;
  create index draft_review_due on draft (tenant_id, id) where review_due_since is not null;
  create index draft_by_course on draft (tenant_id, course_id) where course_id is not null;
  alter table course add column review_due_since timestamptz;
  create index course_review_due on course (tenant_id, id) where review_due_since is not null;`;

/** Versions that were saved before show none. */
const CATEGORIES = `alter table draft_version add column category text;`;
