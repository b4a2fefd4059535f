import { ScimError } from '../scim-schemas.js';

/** A token of a filter. A `word` is an attribute path, an operator or an unquoted value; a `text` is a quoted value. */
export interface Token {
  readonly kind: 'word' | 'text' | '(' | ')' | '[' | ']';
  /** Without its quotes. */
  readonly text: string;
}

/** Length of a filter, in UTF-16 code units. */
const MAX_FILTER_LENGTH = 2_000;

/**
 * White space, a quoted text, a bracket or a word. A text is a string of JSON, in which a quote and a backslash are
 * escaped. Some providers do not escape: what is no such string ends at the next quote, and a backslash in it is
 * literal.
 */
const TOKEN = /\s+|"((?:[^"\\]|\\["\\])*)"(?=[\s()[\]]|$)|"([^"]*)"|([()[\]])|(\.?[-$\w][-$\w._:/%]*)/gy;

/**
 * Splits a filter (RFC 7644, section 3.4.2.2) into its tokens, in time linear in its length.
 * @throws ScimError `invalidFilter` if it is too long or has a character that no token begins with
 */
export function filterTokens(filter: string): Token[] {
  if (filter.length > MAX_FILTER_LENGTH) throw invalidFilter(`a filter has at most ${MAX_FILTER_LENGTH} characters`);
  const tokens: Token[] = [];
  let end = 0;
  for (const [match, escaped, literal, bracket, word] of filter.matchAll(TOKEN)) {
    end += match.length;
    const text = escaped?.replaceAll(/\\(["\\])/g, '$1') ?? literal;
    if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (bracket !== undefined) tokens.push({ kind: bracket as Token['kind'], text: bracket });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
  }
  if (end < filter.length) throw invalidFilter(`the filter cannot be parsed from its character ${end + 1} on`);
  return tokens;
}

export function invalidFilter(detail: string): InstanceType<typeof ScimError> {
  return new ScimError(400, 'invalidFilter', detail);
}
