import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from '../attack.js';
import { webhook } from './calls.js';
import { paced } from './connections.js';
import { rawRequest } from './raw-request.js';

export interface HeldBodies {
  readonly slots: number;
  /** Of `content-length`; no body is sent to its end. */
  readonly declaredBytes: number;
  /** What is sent at once. */
  readonly sent: (slot: number) => Buffer;
  /** The tenant, and headers beside the length. */
  readonly head: (slot: number) => { readonly slug: string; readonly headers?: Readonly<Record<string, string>> };
  readonly milliseconds: number;
}

/** A slot whose body was refused waits for this long before the next: an attacker's uplink has its limits too. */
const RENEW_AFTER_MS = 1_000;

/**
 * Keeps webhook requests open whose bodies are half sent. One that the engine answers or closes is sent again.
 * @returns how many were sent
 */
export async function holdBodies(
  target: Target,
  { slots, declaredBytes, sent, head, milliseconds }: HeldBodies,
): Promise<number> {
  let opened = 0;
  let isOver = false;
  const open = (slot: number): void => {
    if (isOver) return;
    opened++;
    const { slug, headers = {} } = head(slot);
    const call = webhook(slug, '', { ...headers, 'content-length': String(declaredBytes) });
    const socket = target.connections.open([Buffer.from(rawRequest(call)), sent(slot)], {
      ended: () => {
        socket.destroy();
        setTimeout(open, RENEW_AFTER_MS, slot).unref();
      },
    });
  };
  await paced(slots, open);
  await sleep(milliseconds);
  isOver = true;
  return opened;
}
