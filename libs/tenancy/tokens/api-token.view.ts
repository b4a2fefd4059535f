import { ids } from '#platform/database';
import type { ApiToken } from './api-token.entity.js';
import type { Role } from '../access/role.js';

/** What a program calls the admin API with: never the token itself. */
export class ApiTokenView {
  id: string;
  name: string;
  role: Role;
  createdAt: string;
  /** `user:<e-mail>`, `token:<name>`, `operator`; null: not known any more. */
  createdBy: string | null;
  /** From when it opens nothing; null: until it is revoked. */
  expiresAt: string | null;
  /** To some thirty seconds; null: never. */
  lastUsedAt: string | null;
  /** Null: it is not revoked. */
  revokedAt: string | null;
}

export class CreatedApiToken extends ApiTokenView {
  /** Shown once: `edt_…`, for `Authorization: Bearer`. */
  token: string;
}

export class ApiTokenPage {
  items: ApiTokenView[];
  nextCursor: string | null;
}

export function apiTokenView({
  id,
  name,
  role,
  createdAt,
  createdBy,
  expiresAt,
  lastUsedAt,
  revokedAt,
}: ApiToken): ApiTokenView {
  return {
    id: ids.show('tok', id),
    name,
    role,
    createdAt: createdAt.toISOString(),
    createdBy: createdBy ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
