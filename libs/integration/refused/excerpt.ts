import { withoutPersonalData } from '#platform/text';

/** How much of a body is looked at, in bytes, and shown, in characters. */
const LOOKED_AT = 2_048;
const SHOWN = 500;

/** A text in JSON, ended or not, with what follows it. Every branch ends, so that the search is linear. */
const TEXT = /"((?:[^"\\]|\\.)*)(?:"(\s*:)?|\\?$)/gs;
const TYPE = /^signal(?:\.[\w.-]{1,100})?$/;

/**
 * The beginning of a refused body without its values: the names of the fields, and the event's type. A source system
 * can send anything, and what was refused is kept for people who look for a mistake, not as data.
 */
export function excerptOf(bytes: Buffer): string {
  const text = bytes.subarray(0, LOOKED_AT).toString('utf8').replaceAll('\u0000', '');
  const redacted = text.replaceAll(TEXT, (whole, value: string, colon: string | undefined) =>
    colon !== undefined || TYPE.test(value) ? whole : '"…"',
  );
  return withoutPersonalData(redacted).slice(0, SHOWN).toWellFormed();
}
