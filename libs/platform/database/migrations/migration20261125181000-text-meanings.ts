import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * What an embedding service said of the texts of a tenant, by model: the vector of each topic and title (32-bit
 * numbers, length 1), asked for once, and the pairs of a topic and a title that are near in meaning. Kept per tenant,
 * as texts are the tenant's own.
 */
export class Migration20261125181000TextMeanings extends Migration {
  override up(): void {
    this.addSql(`
      create table text_embedding (
        tenant_id uuid not null,
        model text not null,
        kind text not null check (kind in ('topic', 'title')),
        text_key text not null,
        vector bytea not null,
        made_at timestamptz not null default now(),
        primary key (tenant_id, model, kind, text_key)
      );
      create table text_likeness (
        tenant_id uuid not null,
        model text not null,
        topic_key text not null,
        title_key text not null,
        likeness real not null,
        primary key (tenant_id, model, topic_key, title_key)
      );`);
    for (const table of ['text_embedding', 'text_likeness']) this.addSql(tenantWall(table));
  }
}
