import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** People whose personal data is still to be erased, with what named them. A row is deleted when that is done. */
export class Migration20261128014000Erasures extends Migration {
  override up(): void {
    this.addSql(`
      create table erasure (
        tenant_id uuid not null,
        worker_id uuid not null,
        keys jsonb not null,
        actor text not null,
        requested_at timestamptz not null,
        primary key (tenant_id, worker_id)
      );
      ${tenantWall('erasure')}`);
  }
}
