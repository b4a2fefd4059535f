import type { ENTERPRISE_SCHEMA, WORKER_SCHEMA } from '../scim-schemas.js';

/** The stored attributes of a user. Undefined: the provider did not send it. */
export interface ScimUser {
  readonly userName: string;
  readonly externalId?: string;
  readonly displayName?: string;
  readonly name?: { readonly formatted?: string; readonly givenName?: string; readonly familyName?: string };
  readonly emails?: ReadonlyArray<{ readonly value: string; readonly type?: string; readonly primary?: boolean }>;
  readonly title?: string;
  readonly active?: boolean;
  readonly [ENTERPRISE_SCHEMA]?: { readonly employeeNumber?: string };
  readonly [WORKER_SCHEMA]?: { readonly site?: string; readonly learnerId?: string };
}

/** Attributes that the engine fills in if the provider has not sent them. */
export const FILLED_IN = ['displayName', 'emails', 'active'] as const;

/** A user as stored: what the provider sent last. */
export interface SentUser extends ScimUser {
  /** What it removed by a PATCH: not filled in again. */
  readonly removed?: ReadonlyArray<(typeof FILLED_IN)[number]>;
}
