import { type JsonLimits, JsonRuleError } from './json-limits.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const PLUS = 0x2b;
const MINUS = 0x2d;
const ZERO = 0x30;

/** What a scan has counted. */
interface ScannedJson {
  /** The names in the text; parsed objects have fewer if a name is repeated. */
  readonly names: number;
  /** The exponents of all numbers together, without their signs. */
  readonly exponents: number;
}

/**
 * Scans a JSON text once, before a recursive parser reads it. Invalid JSON is scanned as if it was valid: the parser
 * refuses it.
 * @throws JsonRuleError if the text exceeds a limit that protects the parser
 */
export function scanJson(text: string, limits: JsonLimits): ScannedJson {
  /** The fields so far of the enclosing objects and arrays. */
  const outer: number[] = [];
  let fields = 0;
  let names = 0;
  let values = 0;
  let exponents = 0;
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
    else if (char === 0x65 || char === 0x45) exponents += exponentAt(text, at + 1);
    if (values > limits.values) throw new JsonRuleError('body', `has more than ${limits.values} values`);
  }
  return { names, exponents };
}

/** The exponent after the `e` of a number, without its sign; 0 after that of `true` or `false`. */
function exponentAt(text: string, start: number): number {
  const sign = text.charCodeAt(start);
  let exponent = 0;
  for (let at = sign === PLUS || sign === MINUS ? start + 1 : start; ; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    // Also at the end of the text, where the digit is no number.
    if (!(digit >= 0 && digit <= 9)) return exponent;
    exponent = exponent * 10 + digit;
  }
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
