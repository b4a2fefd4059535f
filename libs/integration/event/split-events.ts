import { JsonRuleError, JsonSyntaxError } from '#platform/json';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const CLOSING_BRACKET = 0x5d;
const LINE_END = 0x0a;

/** A scan yields null after this many bytes, which take a few tenths of a millisecond. */
const BYTES_PER_STEP = 64 * 1_024;

/** Far deeper than any valid event: a deeper body is an attack or an error. */
const MAX_ARRAY_DEPTH = 1_000;

/**
 * Splits a JSON array into the bytes of its elements. Each element is parsed separately, so that an invalid one does
 * not affect the others, and its text is stored as it was sent.
 * @yields an element, or null after each 64 KiB without one, so that the caller can let other work run
 * @throws JsonRuleError if the array is nested too deeply
 * @throws JsonSyntaxError if the array is not closed, or something follows it; elements are not validated here
 */
export function* elementsOf(body: Buffer): Generator<Buffer | null> {
  const open = yield* skipBlank(body, 0);
  let start = open + 1;
  let depth = 1;
  let inString = false;
  let at = start;
  let stepEnd = at + BYTES_PER_STEP;
  for (; depth > 0; at++) {
    if (at >= stepEnd) {
      yield null;
      stepEnd = at + BYTES_PER_STEP;
    }
    if (inString) {
      at = body.indexOf(QUOTE, at);
      if (at === -1) throw new JsonSyntaxError('a string is not closed');
      inString = isEscaped(body, at);
      continue;
    }
    const byte = body[at];
    if (byte === undefined) throw new JsonSyntaxError('the array is not closed');
    if (byte === QUOTE) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > MAX_ARRAY_DEPTH) throw new JsonRuleError('body', `is nested deeper than ${MAX_ARRAY_DEPTH} levels`);
    } else if (byte === 0x5d || byte === 0x7d) depth--;
    else if (byte === COMMA && depth === 1) {
      yield body.subarray(start, at);
      start = at + 1;
    }
  }
  if (body[at - 1] !== CLOSING_BRACKET) throw new JsonSyntaxError('the array is not closed');
  if ((yield* skipBlank(body, at)) < body.length) throw new JsonSyntaxError('something follows the array');
  const last = body.subarray(start, at - 1);
  // `[]` and `[ ]` have no elements. Blank text after a comma is an element, which its parser refuses.
  if (start > open + 1 || (yield* skipBlank(last, 0)) < last.length) yield last;
}

/**
 * Splits an NDJSON body into its lines, without blank ones (github.com/ndjson/ndjson-spec). A line may end in CR LF.
 * @yields a line, or null after each 64 KiB without one, so that the caller can let other work run
 */
export function* linesOf(body: Buffer): Generator<Buffer | null> {
  let start = 0;
  let stepEnd = BYTES_PER_STEP;
  for (let at = 0; at < body.length; at++) {
    if (at >= stepEnd) {
      yield null;
      stepEnd = at + BYTES_PER_STEP;
    }
    const byte = body[at];
    if (byte === LINE_END) start = at + 1;
    else if (!isBlank(byte)) {
      const found = body.indexOf(LINE_END, at);
      at = found === -1 ? body.length : found;
      yield body.subarray(start, at);
      start = at + 1;
    }
  }
}

/** The position of the first byte at or after `start` that is not white space. */
function* skipBlank(bytes: Buffer, start: number): Generator<null, number> {
  let at = start;
  for (; isBlank(bytes[at]); at++) if ((at - start) % BYTES_PER_STEP === BYTES_PER_STEP - 1) yield null;
  return at;
}

/** JSON's white space (RFC 8259, section 2). */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === LINE_END || byte === 0x0d || byte === 0x09;
}

/** Whether an odd number of backslashes precedes the byte at this position of a string. */
function isEscaped(bytes: Buffer, at: number): boolean {
  let backslashes = 0;
  while (bytes[at - 1 - backslashes] === BACKSLASH) backslashes++;
  return backslashes % 2 === 1;
}
