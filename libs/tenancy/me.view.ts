import { ids } from '#platform/database';
import type { Member } from './access/member.js';
import type { Role } from './access/role.js';

/** A person who uses the console. */
export class MeUser {
  /** Identifier with the prefix `usr_`. */
  id: string;
  /** E-mail address of the user. */
  email: string;
}

/** A tenant by its names. */
export class TenantReference {
  /** Name in URLs. */
  slug: string;
  /** Name for people. */
  name: string;
}

/** The caller, its tenant and its role. */
export class Me {
  /** Tenant of the caller. */
  tenant: TenantReference;
  /** The user's name, or the token's. */
  name: string;
  /** What the caller may do: each role includes the previous ones. */
  role: Role;
  /** Null: the caller is an API token. */
  user: MeUser | null;
}

export function meOf({ tenantSlug, tenantName, name, role, user }: Member): Me {
  return {
    tenant: { slug: tenantSlug, name: tenantName },
    name,
    role,
    user: user && { id: ids.show('usr', user.id), email: user.email },
  };
}
