import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment } from '#platform/database';
import { Unauthorized } from '#platform/errors';
import type { Member } from '../access/member.js';
import type { Role } from '../access/role.js';
import { claimedTenant, tokenHash } from './token.js';

/**
 * The stored time of a token's last use may be this old: a program that makes a hundred requests a second causes two
 * writes a minute.
 */
const NOTED_EVERY_SECONDS = 30;

/**
 * Authenticates API tokens. Each call queries the database, so that a revoked token is refused at once in every
 * process.
 */
@Injectable()
export class TokensService {
  constructor(private readonly database: Database) {}

  /**
   * @throws Unauthorized for text that is no token, an unknown, revoked or expired one, or one of a suspended tenant
   */
  async authenticate(token: string): Promise<Member> {
    const tenantId = claimedTenant('api', token);
    if (tenantId === null) throw new Unauthorized('this is not an admin token');
    const [row] = await this.database.readAsTenant<TokenRow>(tenantId, tokenOf(tenantId, token));
    if (row === undefined)
      throw new Unauthorized('the token is unknown, revoked or expired, or its tenant is suspended');
    if (!row.isNoted) await this.database.asTenant(tenantId, (tx) => tx.execute(noteUse(tenantId, row.id)));
    const { id, tenantSlug, tenantName, role, name } = row;
    return { id, tenantId, tenantSlug, tenantName, role, name, actor: `token:${name}`, user: null };
  }
}

interface TokenRow {
  readonly id: string;
  readonly isNoted: boolean;
  readonly name: string;
  readonly role: Role;
  readonly tenantSlug: string;
  readonly tenantName: string;
}

function tokenOf(tenantId: string, token: string): SqlFragment {
  return sql`
    select token.id, coalesce(token.last_used_at > now() - make_interval(secs => ${NOTED_EVERY_SECONDS}),
      false) as "isNoted", token.name, token.role, tenant.slug as "tenantSlug", tenant.name as "tenantName"
    from api_token token join tenant on tenant.id = token.tenant_id
    where token.tenant_id = ${tenantId} and token.hash = ${tokenHash(token)} and token.revoked_at is null
      and (token.expires_at is null or token.expires_at > now())
      and tenant.status = 'active'`;
}

/** Of concurrent requests one writes; the others skip the locked row. */
function noteUse(tenantId: string, tokenId: string): SqlFragment {
  return sql`
    update api_token set last_used_at = now()
    from (
      select tenant_id, id from api_token
      where tenant_id = ${tenantId} and id = ${tokenId}
        and (last_used_at is null or last_used_at <= now() - make_interval(secs => ${NOTED_EVERY_SECONDS}))
      for update skip locked
    ) used
    where api_token.tenant_id = used.tenant_id and api_token.id = used.id`;
}
