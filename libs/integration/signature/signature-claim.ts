import type { Hmac, KeyObject } from 'node:crypto';
import type { LiveSecret } from '#tenancy';

/** The signatures in the headers of a request, and how a valid one is computed. */
export interface SignatureClaim {
  /** False: the headers are malformed or outdated, and the request is refused even if a MAC is right. */
  readonly wellFormed: boolean;
  readonly macs: readonly Buffer[];
  readonly keyOf: (secret: LiveSecret) => KeyObject;
  /** Starts a MAC, which the caller updates with the body. */
  readonly startMac: (key: KeyObject) => Hmac;
}
