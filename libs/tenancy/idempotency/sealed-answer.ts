import { open, seal } from '../secrets/secret-box.js';
import type { KeyOwner } from './key-claims.js';

/**
 * What is said of an answer besides its status: its body, undefined where it has none, and the headers that tell of the
 * resource.
 */
export interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sealed whole: an answer may hold what is shown once (the link of an invitation), or what people are called. */
export function sealAnswer(key: Buffer, owner: KeyOwner, { headers, body }: KeptAnswer): Buffer {
  return seal(key, JSON.stringify({ headers, body }), contextOf(owner));
}

export function openAnswer(key: Buffer, owner: KeyOwner, sealed: Buffer): KeptAnswer {
  // Bound to its owner and made by sealAnswer alone: what opens is what was kept.
  return JSON.parse(open(key, sealed, contextOf(owner))) as KeptAnswer;
}

function contextOf({ tenantId, caller, key }: KeyOwner): string {
  return `${tenantId} ${caller} ${key}`;
}
