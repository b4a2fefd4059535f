import { open, seal } from '../secrets/secret-box.js';
import type { KeyOwner } from './key-claims.js';

/** A response without its status: the body, undefined if it has none, and the headers about the resource. */
export interface ResponseContent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Encrypts the whole response: it may contain a secret that is shown once (the link of an invitation), or names of
 * people.
 */
export function sealResponse(key: Buffer, owner: KeyOwner, { headers, body }: ResponseContent): Buffer {
  return seal(key, JSON.stringify({ headers, body }), contextOf(owner));
}

export function openResponse(key: Buffer, owner: KeyOwner, sealed: Buffer): ResponseContent {
  // The ciphertext is bound to its owner, and only sealAnswer creates it, so it contains a KeptAnswer.
  return JSON.parse(open(key, sealed, contextOf(owner))) as ResponseContent;
}

function contextOf({ tenantId, caller, key }: KeyOwner): string {
  return `${tenantId} ${caller} ${key}`;
}
