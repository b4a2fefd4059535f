import type { Hmac, KeyObject } from 'node:crypto';
import type { LiveSecret } from '#tenancy';

/** What the headers of a request claim: the MACs that they bring, and how the right one is made with a secret. */
export interface SignatureClaim {
  /** False where the headers are malformed or out of time: they are refused whatever the MACs are. */
  readonly wellFormed: boolean;
  readonly macs: readonly Buffer[];
  readonly keyOf: (secret: LiveSecret) => KeyObject;
  /** A MAC that is to be updated with the body. */
  readonly startMac: (key: KeyObject) => Hmac;
}
