import type { FilterQuery } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, type TenantTransaction, type Transaction, ids } from '#platform/database';
import { Unauthorized } from '#platform/errors';
import { audit } from '../audit/audit-log.js';
import type { Member, MemberUser } from '../access/member.js';
import type { Role } from '../access/role.js';
import { claimedTenant, newToken, tokenHash } from '../tokens/token.js';
import { type User, actorOf } from '../users/user.entity.js';
import { ConsoleSession } from './console-session.entity.js';
import { IDLE_SECONDS, LIFETIME_SECONDS, NOTED_EVERY_SECONDS } from './session-lifetime.js';

/** A member with a session. */
export interface SessionMember extends Member {
  readonly user: MemberUser;
}

/** A session that was just opened. */
export interface OpenedSession {
  /** Not stored. */
  readonly token: string;
  readonly user: User;
}

/** Opens, recognises and closes the sessions of the console. */
@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Opens a session for an authenticated user, and deletes the user's expired ones. */
  async open(tx: Transaction, user: User): Promise<OpenedSession> {
    const { tenantId, id: userId } = user;
    await deleteExpired(tx, userId);
    const token = newToken('session', tenantId);
    tx.create(ConsoleSession, {
      tenantId,
      id: ids.next(),
      userId,
      hash: tokenHash(token),
      expiresAt: new Date(Date.now() + LIFETIME_SECONDS * 1_000),
    });
    return { token, user };
  }

  /** @throws Unauthorized for an unknown, closed or expired session, and for one of a suspended tenant */
  async authenticate(token: string): Promise<SessionMember> {
    const member = await this.find(token);
    if (member === null) throw new Unauthorized('the session is over: log in again');
    return member;
  }

  /** The member of a session; null: the session is unknown, closed or expired. */
  async find(token: string): Promise<SessionMember | null> {
    const tenantId = claimedTenant('session', token);
    const row = tenantId === null ? undefined : await this.database.asTenant(tenantId, (tx) => recognise(tx, token));
    if (tenantId === null || row === undefined) return null;
    const { sessionId, userId, email, name, role, tenantSlug, tenantName } = row;
    return {
      id: userId,
      tenantId,
      tenantSlug,
      tenantName,
      role,
      name,
      actor: actorOf({ email }),
      user: { id: userId, email, sessionId },
    };
  }

  async close({ tenantId, actor, user }: SessionMember): Promise<void> {
    await this.database.asTenant(tenantId, async (tx) => {
      await tx.nativeDelete(ConsoleSession, { id: user.sessionId });
      audit(tx, { actor, action: 'user.logged_out', subject: { kind: 'user', id: user.id } });
    });
  }
}

interface SessionRow {
  readonly sessionId: string;
  readonly isNoted: boolean;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly tenantSlug: string;
  readonly tenantName: string;
}

async function recognise(tx: TenantTransaction, token: string): Promise<SessionRow | undefined> {
  const [row] = await tx.execute<SessionRow[]>(sessionOf(tx.tenantId, token));
  if (row !== undefined && !row.isNoted) await noteUse(tx, row.sessionId);
  return row;
}

function sessionOf(tenantId: string, token: string): SqlFragment {
  return sql`
    select session.id as "sessionId",
      session.last_used_at > now() - make_interval(secs => ${NOTED_EVERY_SECONDS}) as "isNoted",
      console_user.id as "userId", console_user.email, console_user.name, console_user.role,
      tenant.slug as "tenantSlug", tenant.name as "tenantName"
    from console_session session
      join console_user on console_user.tenant_id = session.tenant_id and console_user.id = session.user_id
      join tenant on tenant.id = session.tenant_id
    where session.tenant_id = ${tenantId} and session.hash = ${tokenHash(token)} and session.expires_at > now()
      and session.last_used_at > now() - make_interval(secs => ${IDLE_SECONDS})
      and console_user.active and tenant.status = 'active'`;
}

/** Of concurrent requests one writes; the others find the row already updated. */
async function noteUse(tx: TenantTransaction, id: string): Promise<void> {
  await tx.nativeUpdate(ConsoleSession, { id, ...unusedFor(NOTED_EVERY_SECONDS) }, { lastUsedAt: sql.now() });
}

async function deleteExpired(tx: Transaction, userId: string): Promise<void> {
  const isExpired = [{ expiresAt: { $lte: sql.now() } }, unusedFor(IDLE_SECONDS)];
  await tx.nativeDelete(ConsoleSession, { userId, $or: isExpired });
}

function unusedFor(seconds: number): FilterQuery<ConsoleSession> {
  return { lastUsedAt: { $lte: sql`now() - make_interval(secs => ${seconds})` } };
}
