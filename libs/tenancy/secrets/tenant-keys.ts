import type { KeyObject } from 'node:crypto';

/** A tenant as the webhook knows it: who it is, what it may send, and the secrets that may sign for it. */
export interface TenantKeys {
  readonly tenantId: string;
  readonly slug: string;
  /** Events a second; null: the default. */
  readonly rateLimit: number | null;
  readonly signalRetentionMonths: number;
  readonly secrets: readonly LiveSecret[];
}

export interface LiveSecret {
  readonly id: string;
  /** The characters of the secret as they stand: the key of `x-edifyd-signature`. */
  readonly key: KeyObject;
  /** The bytes that the characters after `whsec_` encode: the key of Standard Webhooks. */
  readonly decodedKey: KeyObject;
  /** Milliseconds since the epoch from which the secret no longer signs; null: until it is rotated. */
  readonly expiresAt: number | null;
}
