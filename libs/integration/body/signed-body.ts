import type { Readable } from 'node:stream';
import type { BodyBudget } from './body-budget.js';

/** Contract, "Webhook": one event has at most 256 KiB and a batch 8 MiB, chunked bodies included. */
export const MAX_EVENT_BYTES = 256 * 1024;
const MAX_BATCH_BYTES = 8 * 1024 * 1024;

/** The body is over its limit; what more of it comes is not kept. */
export class BodyTooLarge extends Error {}

/** Other large bodies hold all the memory that there is for them. */
export class NoRoom extends Error {}

/** The sender went away, or what it sent is no HTTP body. */
export class BodyBroken extends Error {}

/** A body as it was sent, and how many of its bytes were taken from the budget: to be given back once it is answered. */
export interface ReadBody {
  readonly bytes: Buffer;
  readonly budgeted: number;
}

/**
 * Reads a body whole, and no more of it than its kind allows: a body whose first character is `[`, or that is named NDJSON, is
 * a batch.
 * @param declaredLength bytes, 0 where the sender does not say: what says that it is too large is not read
 * @throws BodyTooLarge | NoRoom | BodyBroken
 */
export function readBody(stream: Readable, isNdjson: boolean, declaredLength: number, budget: BodyBudget): Promise<ReadBody> {
  if (declaredLength > MAX_BATCH_BYTES) {
    stream.resume();
    return Promise.reject(new BodyTooLarge());
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let budgeted = 0;
    let limit = isNdjson ? MAX_BATCH_BYTES : null;
    const stop = (error: Error): void => {
      stream.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      budget.give(budgeted);
      chunks.length = 0;
      // What more comes is read and forgotten, so that the sender gets to see the answer.
      stream.resume();
      reject(error);
    };
    const onData = (chunk: Buffer): void => {
      chunks.push(chunk);
      length += chunk.length;
      limit ??= limitOf(chunk);
      if (Math.max(length, declaredLength) > (limit ?? MAX_EVENT_BYTES)) return stop(new BodyTooLarge());
      if (length <= MAX_EVENT_BYTES) return;
      if (!budget.take(chunk.length)) return stop(new NoRoom());
      budgeted += chunk.length;
    };
    const onEnd = (): void => {
      stream.off('error', onBroken).off('close', onBroken);
      resolve({ bytes: chunks.length === 1 ? (chunks[0] ?? EMPTY) : Buffer.concat(chunks, length), budgeted });
    };
    const onBroken = (): void => stop(new BodyBroken());
    stream.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}

const EMPTY = Buffer.alloc(0);

/** The limit that the first character of a body decides; null while only white space came. */
function limitOf(chunk: Buffer): number | null {
  const first = firstCharacter(chunk);
  return first === undefined ? null : first === OPENING_BRACKET ? MAX_BATCH_BYTES : MAX_EVENT_BYTES;
}

const OPENING_BRACKET = 0x5b;

/** The first byte that is not JSON's white space (RFC 8259, section 2). */
function firstCharacter(bytes: Buffer): number | undefined {
  return bytes.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
}

/** Whether a body that is not named NDJSON is a batch: a JSON array. */
export function isArray(body: Buffer): boolean {
  return firstCharacter(body) === OPENING_BRACKET;
}
