import { JsonRuleError, JsonSyntaxError } from '#platform/json';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const LINE_END = 0x0a;

/** No event is nested as deep: what is, is no batch that somebody meant to send. */
const MAX_ARRAY_DEPTH = 1_000;

/**
 * The elements of a JSON array as the bytes that they were sent as, one after the other: each is parsed alone, so that a bad one
 * does not take the others with it, and the text that is stored is the sender's own.
 * @throws JsonRuleError where it is nested beyond all sense
 * @throws JsonSyntaxError where the brackets around the elements are not closed, or something follows the array; the elements are not looked into
 */
export function* elementsOf(body: Buffer): Generator<Buffer> {
  const open = skipBlank(body, 0);
  let start = open + 1;
  let depth = 1;
  let at = start;
  for (; depth > 0; at++) {
    const byte = body[at];
    if (byte === undefined) throw new JsonSyntaxError('the array is not closed');
    if (byte === QUOTE) at = endOfString(body, at);
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > MAX_ARRAY_DEPTH) throw new JsonRuleError('body', `is nested deeper than ${MAX_ARRAY_DEPTH} levels`);
    }
    else if (byte === 0x5d || byte === 0x7d) depth--;
    else if (byte === COMMA && depth === 1) {
      yield body.subarray(start, at);
      start = at + 1;
    }
  }
  if (skipBlank(body, at) < body.length) throw new JsonSyntaxError('something follows the array');
  const last = body.subarray(start, at - 1);
  // `[]` and `[ ]` have no elements; a blank after a comma is one that its parser refuses.
  if (start > open + 1 || skipBlank(last, 0) < last.length) yield last;
}

/** The lines of an NDJSON body that are not blank (github.com/ndjson/ndjson-spec); a line may end in CR LF. */
export function* linesOf(body: Buffer): Generator<Buffer> {
  for (let start = 0; start < body.length; ) {
    const found = body.indexOf(LINE_END, start);
    const end = found === -1 ? body.length : found;
    const line = body.subarray(start, end);
    if (skipBlank(line, 0) < line.length) yield line;
    start = end + 1;
  }
}

function skipBlank(bytes: Buffer, start: number): number {
  let at = start;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at]) at++;
  return at;
}

/** The position of the quote that ends the string which begins at `start`. */
function endOfString(bytes: Buffer, start: number): number {
  for (let end = bytes.indexOf(QUOTE, start + 1); end !== -1; end = bytes.indexOf(QUOTE, end + 1)) {
    let backslashes = 0;
    while (bytes[end - 1 - backslashes] === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  throw new JsonSyntaxError('a string is not closed');
}
