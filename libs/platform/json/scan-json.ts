import { type JsonLimits, JsonRuleError } from './json-limits.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

/**
 * Scans a JSON text once, before a recursive parser reads it. Invalid JSON is scanned as if it was valid: the parser
 * refuses it.
 * @returns the number of names in the text; parsed objects have fewer if a name is repeated
 * @throws JsonRuleError if the text exceeds a limit
 */
export function scanJson(text: string, limits: JsonLimits): number {
  /** The fields so far of the enclosing objects and arrays. */
  const outer: number[] = [];
  let fields = 0;
  let names = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (char === COLON) {
      names++;
      if (++fields > limits.fields)
        throw new JsonRuleError('body', `has an object of more than ${limits.fields} fields`);
    } else if (char === COMMA) values++;
    else if (char === 0x7b || char === 0x5b) {
      values++;
      if (outer.push(fields) > limits.depth)
        throw new JsonRuleError('body', `is nested deeper than ${limits.depth} levels`);
      fields = 0;
    } else if (char === 0x7d || char === 0x5d) fields = outer.pop() ?? 0;
    if (values > limits.values) throw new JsonRuleError('body', `has more than ${limits.values} values`);
  }
  return names;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && text.charCodeAt(end - 1) === BACKSLASH && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 1;
}
