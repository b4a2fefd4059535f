import { isUtf8 } from 'node:buffer';
import { truncate } from '../text/index.js';
import { type JsonLimits, JsonRuleError } from './json-limits.js';
import { parseExactly } from './parse-exactly.js';
import { scanJson } from './scan-json.js';

/** The text is not JSON in UTF-8. */
export class JsonSyntaxError extends Error {}

/** The maximum length of a path in an error, because a name may be as long as the text. */
const MAX_PATH_LENGTH = 200;

const NONE: readonly string[] = [];

interface StrictOptions {
  readonly limits: JsonLimits;
  /**
   * Refuses NUL and lone surrogates, which PostgreSQL cannot store. False if the validators of the fields refuse
   * them, and name the field.
   */
  readonly storable: boolean;
  /** Refused names besides `__proto__`. */
  readonly refusedNames?: readonly string[];
  /** Numbers that JavaScript would round are parsed as `RawJson`. Default: they are rounded. */
  readonly isExact?: boolean;
}

/**
 * Parses I-JSON (RFC 7493): UTF-8 without a byte order mark, unique names, no lone surrogates, numbers within a
 * double's range. It also refuses NUL and `__proto__`, and enforces `limits`. Linear in the length of the text.
 * @throws JsonSyntaxError | JsonRuleError
 */
export function parseStrictJson(
  body: Buffer,
  { limits, storable, refusedNames = NONE, isExact = false }: StrictOptions,
): { value: unknown; text: string } {
  if (!isUtf8(body)) throw new JsonSyntaxError('the body is not UTF-8');
  const text = body.toString('utf8');
  const { names, exponents } = scanJson(text, limits);
  const value = parse(text, isExact);
  const checkText = storable && text.includes('\\u');
  const seen: Seen = { names: 0, isExact, checkNumbers: storable, checkText, refusedNames };
  const violation = violationIn(value, seen);
  if (violation !== null) throw new JsonRuleError(show(violation.path), violation.rule);
  if (seen.names !== names) throw new JsonRuleError('body', 'has an object with the same name twice');
  const maxExponents = Math.max(limits.exponents ?? Infinity, text.length);
  if (exponents > maxExponents)
    throw new JsonRuleError('body', `has numbers whose exponents exceed ${maxExponents} in all`);
  return { value, text };
}

function parse(text: string, isExact: boolean): unknown {
  try {
    return isExact ? parseExactly(text) : JSON.parse(text);
  } catch (error) {
    throw new JsonSyntaxError(error instanceof Error ? error.message : 'no JSON');
  }
}

interface Seen {
  names: number;
  readonly isExact: boolean;
  readonly checkNumbers: boolean;
  readonly refusedNames: readonly string[];
  /** Only an escape (`\u0000`, `\ud800`) can put a NUL or a lone surrogate into text that is valid UTF-8 and JSON. */
  readonly checkText: boolean;
}

/** A violated rule. Its path is built while the recursion returns, because most values have no error. */
interface Violation {
  readonly path: Array<string | number>;
  readonly rule: string;
}

function violationIn(value: unknown, seen: Seen): Violation | null {
  if (typeof value === 'string') return seen.checkText ? violationInText(value) : null;
  if (typeof value === 'number')
    return !seen.checkNumbers || Number.isFinite(value) ? null : { path: [], rule: 'is a number out of range' };
  if (typeof value !== 'object' || value === null) return null;
  if (seen.isExact && JSON.isRawJSON(value)) return violationIn(Number(value.rawJSON), seen);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const violation = violationIn(value[index], seen);
      if (violation !== null) return atStep(index, violation);
    }
    return null;
  }
  for (const name of Object.keys(value)) {
    seen.names++;
    const violation =
      violationInName(name, seen) ?? violationIn((value as Readonly<Record<string, unknown>>)[name], seen);
    if (violation !== null) return atStep(name, violation);
  }
  return null;
}

function atStep(step: string | number, { path, rule }: Violation): Violation {
  return { path: [step, ...path], rule };
}

function violationInName(name: string, { checkText, refusedNames }: Seen): Violation | null {
  if (name === '__proto__' || (refusedNames.length > 0 && refusedNames.includes(name)))
    return { path: [], rule: 'is a name that is not allowed' };
  return checkText ? violationInText(name) : null;
}

function violationInText(text: string): Violation | null {
  if (text.includes('\0')) return { path: [], rule: 'has a NUL character (\\u0000)' };
  return text.isWellFormed() ? null : { path: [], rule: 'has half of a surrogate pair' };
}

function show(path: ReadonlyArray<string | number>): string {
  const shown = path.join('.').toWellFormed().replaceAll('\0', '\\u0000') || 'body';
  return truncate(shown, MAX_PATH_LENGTH);
}
