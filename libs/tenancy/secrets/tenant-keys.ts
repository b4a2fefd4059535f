import type { KeyObject } from 'node:crypto';

/** A tenant's data for the webhook: its id, its rate limit, and its live secrets. */
export interface TenantKeys {
  readonly tenantId: string;
  readonly slug: string;
  /** Events per second; null: the default. */
  readonly rateLimit: number | null;
  readonly signalRetentionMonths: number;
  readonly secrets: readonly LiveSecret[];
}

export interface LiveSecret {
  readonly id: string;
  /** The characters of the secret: the key of `x-edifyd-signature`. */
  readonly key: KeyObject;
  /** The decoded bytes after `whsec_`: the key of Standard Webhooks. */
  readonly decodedKey: KeyObject;
  /** Milliseconds since the epoch at which the secret expires; null: it is valid until it is rotated. */
  readonly expiresAt: number | null;
}
