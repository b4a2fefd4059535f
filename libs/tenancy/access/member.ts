import type { TenantScope } from '#platform/database';
import type { Role } from './role.js';

/** An authenticated caller and its tenant: a user with a console session, or a program with an API token. */
export interface Member extends TenantScope {
  /** Of the user or the token. */
  readonly id: string;
  readonly tenantName: string;
  readonly role: Role;
  /** The user's name, or the token's. */
  readonly name: string;
  /** Null: an API token. */
  readonly user: MemberUser | null;
}

export interface MemberUser {
  readonly id: string;
  readonly email: string;
  readonly sessionId: string;
}
