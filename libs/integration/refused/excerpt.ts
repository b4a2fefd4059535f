import { withoutPersonalData } from '#platform/text';

/** How much of a body is looked at, in bytes, and shown, in characters. */
const LOOKED_AT = 2_048;
const SHOWN = 500;

/** A text in JSON, ended or not, with what follows it. Every branch ends, so that the search is linear. */
const TEXT = /"((?:[^"\\]|\\.)*)(?:"(\s*:)?|\\?$)/.source;
/** The name of an XML element, or a word outside of texts: a number, a literal, or a part of a body that is no JSON. */
const OTHERS = /<\/?[\w:.-]{1,100}|([\p{L}\p{N}][^\s"'<>{}[\](),;:=&|]*)(\s*[:=])?/u.source;
const PIECES = new RegExp(`${TEXT}|${OTHERS}`, 'gsu');
const TYPE = /^signal(?:\.[\w.-]{1,100})?$/;
/** Words that identify nobody: literals, and numbers as short as a severity. */
const HARMLESS = /^(?:true|false|null|\d{1,2}(?:\.\d{1,2})?)$/;

/**
 * The beginning of a refused body without its values: the names of the fields, and the event's type. A source system
 * can send anything, and what was refused is kept for people who look for a mistake, not as data.
 */
export function excerptOf(bytes: Buffer): string {
  const text = bytes.subarray(0, LOOKED_AT).toString('utf8').replaceAll('\u0000', '');
  const redacted = text.replaceAll(
    PIECES,
    (whole, value?: string, colon?: string, word?: string, isNamed?: string): string => {
      if (value !== undefined) return colon !== undefined || TYPE.test(value) ? whole : '"…"';
      if (word === undefined || isNamed !== undefined || TYPE.test(word) || HARMLESS.test(word)) return whole;
      return '…';
    },
  );
  return withoutPersonalData(redacted).slice(0, SHOWN).toWellFormed();
}
