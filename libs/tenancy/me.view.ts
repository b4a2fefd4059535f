import { ids } from '#platform/database';
import type { Member } from './guards/member.js';
import type { Role } from './tokens/role.js';

/** Who calls, in which tenant, with what right. */
export class Me {
  tenant: { slug: string; name: string };
  /** The user's name, or the token's. */
  name: string;
  role: Role;
  /** Null: an API token calls. */
  user: { id: string; email: string } | null;
}

export function meOf({ tenantSlug, tenantName, name, role, user }: Member): Me {
  return {
    tenant: { slug: tenantSlug, name: tenantName },
    name,
    role,
    user: user && { id: ids.show('usr', user.id), email: user.email },
  };
}
