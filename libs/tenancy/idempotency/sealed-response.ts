import type { SecretsKeys } from '#platform/config';
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
export function sealResponse(keys: SecretsKeys, owner: KeyOwner, { headers, body }: ResponseContent): Buffer {
  return seal(keys, JSON.stringify({ headers, body }), contextOfResponse(owner));
}

export function openResponse(keys: SecretsKeys, owner: KeyOwner, sealed: Buffer): ResponseContent {
  // The ciphertext is bound to its owner, and only sealResponse creates it, so it contains a ResponseContent.
  return JSON.parse(open(keys, sealed, contextOfResponse(owner))) as ResponseContent;
}

/** The context to which the ciphertext is bound. */
export function contextOfResponse({ tenantId, caller, key }: KeyOwner): string {
  return `${tenantId} ${caller} ${key}`;
}
