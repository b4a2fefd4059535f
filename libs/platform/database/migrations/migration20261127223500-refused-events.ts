import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** What the webhook refused, for the tenant to see for seven days: signed events, and counts of unsigned requests. */
export class Migration20261127223500RefusedEvents extends Migration {
  override up(): void {
    for (const sql of [EVENTS, COUNTS]) this.addSql(sql);
  }
}

const EVENTS = `
  create table refused_event (
    tenant_id uuid not null,
    id uuid not null,
    code text not null,
    errors jsonb not null,
    excerpt text,
    primary key (tenant_id, id)
  );
  ${tenantWall('refused_event')}`;

const COUNTS = `
  create table refused_count (
    tenant_id uuid not null,
    hour timestamptz not null,
    requests integer not null,
    primary key (tenant_id, hour)
  );
  ${tenantWall('refused_count')}`;
