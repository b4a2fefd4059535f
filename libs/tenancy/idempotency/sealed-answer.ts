import { open, seal } from '../secrets/secret-box.js';
import type { KeyOwner } from './key-claims.js';

/** A response without its status: the body, undefined if it has none, and the headers about the resource. */
export interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Encrypts the whole response: it may contain a secret that is shown once (the link of an invitation), or names of
 * people.
 */
export function sealAnswer(key: Buffer, owner: KeyOwner, { headers, body }: KeptAnswer): Buffer {
  return seal(key, JSON.stringify({ headers, body }), contextOf(owner));
}

export function openAnswer(key: Buffer, owner: KeyOwner, sealed: Buffer): KeptAnswer {
  // The ciphertext is bound to its owner, and only sealAnswer creates it, so it contains a KeptAnswer.
  return JSON.parse(open(key, sealed, contextOf(owner))) as KeptAnswer;
}

function contextOf({ tenantId, caller, key }: KeyOwner): string {
  return `${tenantId} ${caller} ${key}`;
}
