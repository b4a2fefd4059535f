import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * The `Idempotency-Key`s of changing calls, each of one user or token (`caller`), and what was answered. `claim` names
 * the request that works on the key until `claimed_until`; `applied`: that request has committed a change. An answer is
 * there once `status` is.
 */
export class Migration20261125110000IdempotencyKeys extends Migration {
  override up(): void {
    this.addSql(`
      create table idempotency_key (
        tenant_id uuid not null,
        caller uuid not null,
        key text not null check (length(key) between 1 and 255),
        claim uuid not null,
        claimed_until timestamptz not null,
        applied boolean not null default false,
        status smallint,
        fingerprint bytea,
        answer bytea,
        expires_at timestamptz not null,
        primary key (tenant_id, caller, key),
        check (num_nonnulls(status, fingerprint, answer) in (0, 3))
      );
      create index idempotency_key_by_expiry on idempotency_key (tenant_id, expires_at);`);
    this.addSql(tenantWall('idempotency_key'));
  }
}
