import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** How the users of a tenant log in at an OpenID provider, and which of its subjects each of them is. */
export class Migration20261125141000SingleSignOn extends Migration {
  override up(): void {
    this.addSql(`
      create table oidc_settings (
        tenant_id uuid not null primary key,
        issuer text not null,
        client_id text not null,
        sealed_secret bytea not null,
        default_role text check (default_role in ('viewer', 'author', 'admin')),
        role_claim text,
        roles jsonb not null,
        email_domains jsonb not null,
        provision boolean not null,
        passwords_allowed boolean not null,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create table oidc_identity (
        tenant_id uuid not null,
        issuer text not null,
        subject text not null,
        user_id uuid not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, issuer, subject),
        unique (tenant_id, user_id, issuer),
        foreign key (tenant_id, user_id) references console_user (tenant_id, id) on delete cascade
      );`);
    for (const table of ['oidc_settings', 'oidc_identity']) this.addSql(tenantWall(table));
  }
}
