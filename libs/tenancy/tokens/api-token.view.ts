import { ids } from '#platform/database';
import type { ApiToken } from './api-token.entity.js';
import type { Role } from '../access/role.js';

/** A token of a program, without the secret itself. */
export class ApiTokenView {
  /** Identifier with the prefix `tok_`. */
  id: string;
  /** Name of the token, by which the audit log calls it. */
  name: string;
  /** What the token may do: each role includes the previous ones. */
  role: Role;
  createdAt: string;
  /** `user:<e-mail>`, `token:<name>` or `operator`; null: unknown. */
  createdBy: string | null;
  /** When it expires; null: it is valid until it is revoked. */
  expiresAt: string | null;
  /** The last use, accurate to about thirty seconds; null: never used. */
  lastUsedAt: string | null;
  /** Null: not revoked. */
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
