import { ids } from '#platform/database';
import type { Member } from './access/member.js';
import type { Role } from './access/role.js';

/** A person who uses the console. */
export class MeUser {
  id: string;
  email: string;
}

/** The caller, its tenant and its role. */
export class Me {
  tenant: { slug: string; name: string };
  /** The user's name, or the token's. */
  name: string;
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
