import { Invalid } from '../errors/index.js';

/** One entity tag (RFC 9110, section 8.8.3), which may contain a comma between its quotes. */
const TAG = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
/** A list may have empty elements (RFC 9110, section 5.6.1). */
const LIST = new RegExp(String.raw`^[ \t,]*${TAG}(?:[ \t]*,[ \t,]*${TAG})*[ \t,]*$`);

/**
 * The entity tags of an `If-Match`; null if it allows any version: without the header, or with `*`, since a missing
 * resource is answered 404 anyway.
 * @throws Invalid if the header is no list of entity tags: ignoring it would allow a change that it should prevent
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
 * Whether one of the tags equals the given one by strong comparison, as `If-Match` requires: a weak tag never
 * matches.
 */
export function someTagIs(tags: string, strong: string): boolean {
  return tags.match(new RegExp(TAG, 'g'))?.includes(strong) === true;
}
