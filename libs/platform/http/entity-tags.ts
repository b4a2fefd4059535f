import { Invalid } from '../errors/index.js';

/** One entity tag (RFC 9110, section 8.8.3); what it holds between its quotes may be a comma. */
const TAG = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
/** A list may have empty elements, which say nothing (RFC 9110, section 5.6.1). */
const LIST = new RegExp(String.raw`^[ \t,]*${TAG}(?:[ \t]*,[ \t,]*${TAG})*[ \t,]*$`);

/**
 * The entity tags of an `If-Match`; null where it demands none: left out, or `*`, since what is not there answers 404
 * anyway.
 * @throws Invalid where it is no list of entity tags: ignored, it would let a change through that it was sent to
 *   prevent
 */
export function readIfMatch(header: string | undefined): string | null {
  if (header === undefined || header.trim() === '*') return null;
  if (!LIST.test(header))
    throw new Invalid([
      { field: 'If-Match', message: 'must be * or entity tags in their quotes, as ETag sends them: "3"' },
    ]);
  return header;
}

/**
 * Whether one of the tags is the given one, by the strong comparison that `If-Match` asks for: a weak tag equals none.
 */
export function someTagIs(tags: string, strong: string): boolean {
  return tags.match(new RegExp(TAG, 'g'))?.includes(strong) === true;
}
