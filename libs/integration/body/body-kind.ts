/** Contract, "Webhook": one event has at most 256 KiB and a batch 8 MiB, chunked bodies included. */
export const MAX_EVENT_BYTES = 256 * 1024;
export const MAX_BATCH_BYTES = 8 * 1024 * 1024;

const OPENING_BRACKET = 0x5b;

/**
 * The maximum size of a body, which its first character selects: a JSON array is a batch. Null while only white space
 * has arrived.
 */
export function limitOf(piece: Buffer): number | null {
  const first = firstCharacter(piece);
  return first === undefined ? null : first === OPENING_BRACKET ? MAX_BATCH_BYTES : MAX_EVENT_BYTES;
}

/** Whether a body that is not named NDJSON is a batch: a JSON array. */
export function isArray(body: Buffer): boolean {
  return firstCharacter(body) === OPENING_BRACKET;
}

/** The first byte that is not JSON's white space (RFC 8259, section 2). */
function firstCharacter(bytes: Buffer): number | undefined {
  return bytes.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
}
