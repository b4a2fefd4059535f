import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** The tenant's procedures and policies, and the passages that drafts cite. */
export class Migration20261127155500Documents extends Migration {
  override up(): void {
    for (const sql of [DOCUMENTS, PASSAGES]) this.addSql(sql);
    for (const table of ['document', 'passage']) this.addSql(tenantWall(table));
  }
}

/** `title_key`: a document with the same title is a new version of it; `revision` counts them. */
const DOCUMENTS = `
  create table document (
    tenant_id uuid not null,
    id uuid not null,
    title text not null,
    title_key text not null,
    version text not null,
    revision integer not null default 1,
    media_type text not null,
    bytes integer not null,
    digest text not null,
    passages integer not null,
    uploaded_by text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, title_key)
  );`;

/**
 * Passages of earlier revisions stay, for the drafts that cite them. Full text is compared behind the tenant's wall,
 * where its index would not be used: a search reads the vectors of one tenant.
 */
const PASSAGES = `
  create table passage (
    tenant_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    revision integer not null,
    position integer not null,
    section text not null,
    text text not null,
    words tsvector not null generated always as (to_tsvector('english', section || ' ' || text)) stored,
    primary key (tenant_id, id),
    unique (tenant_id, document_id, revision, position)
  );`;
