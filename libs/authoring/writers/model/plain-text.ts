/**
 * Control characters but line feeds and tabs, marks that change the direction of the text, and tags (U+E0000), in which
 * a text can contain another one that a model reads and nobody sees.
 */
const INVISIBLE = /(?![\n\t])[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
const TAG = /<[/!a-z][^<>]{0,2000}>/gi;
const LINK = /!?\[([^[\]]{0,500})\]\([^()]{0,2000}\)/g;
/** `data:` and `javascript:` before a blank are a word and a colon. */
const URL_TEXT =
  /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:|(?:javascript|data):(?=[^\s<>"')\]]))[^\s<>"')\]]{0,2000}/gi;

/** A text that can be stored and shown: no control characters, no lone surrogates. */
export function visibleText(text: string): string {
  return text.replaceAll(INVISIBLE, '').toWellFormed();
}

/** Text of an answer, on one line: no tags, no links. Each expression is bounded, so that it takes linear time. */
export function plainText(text: string): string {
  return visibleText(withoutAddresses(text.replaceAll(TAG, ' ').replaceAll(LINK, '$1').replaceAll('](', '] (')))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export function withoutAddresses(text: string): string {
  return text.replaceAll(URL_TEXT, '');
}
