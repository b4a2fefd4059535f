import { isUtf8 } from 'node:buffer';

/** Deeper values are refused: no source system needs them, and PostgreSQL's own parser has a limit. */
export const MAX_DEPTH = 64;

/** A body that is no JSON text in UTF-8. */
export class JsonSyntaxError extends Error {}

/** JSON, but not I-JSON: two systems could read it differently, or PostgreSQL could not store it. */
export class JsonRuleError extends Error {
  constructor(
    /** Path of the value: `data.payload.note`. */
    readonly field: string,
    readonly rule: string,
  ) {
    super(`${field}: ${rule}`);
  }
}

/**
 * Parses a body as I-JSON (RFC 7493): UTF-8 without a byte order mark, unique names, no lone surrogates, numbers within
 * a double's range; and beyond it no NUL, no `__proto__`, and at most {@link MAX_DEPTH} levels.
 * @throws JsonSyntaxError | JsonRuleError
 */
export function parseStrictJson(body: Buffer): { value: unknown; text: string } {
  if (!isUtf8(body)) throw new JsonSyntaxError('the body is not UTF-8');
  const text = body.toString('utf8');
  const names = countNames(text);
  const value = parse(text);
  const seen: Seen = { names: 0, checkText: text.includes('\\u') };
  const blemish = blemishIn(value, seen);
  if (blemish !== null) throw new JsonRuleError(show(blemish.path), blemish.rule);
  if (seen.names !== names) throw new JsonRuleError('body', 'has an object with the same name twice');
  return { value, text };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JsonSyntaxError(error instanceof Error ? error.message : 'no JSON');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * One pass over the text, before anything recursive sees it: refuses what is too deep, and counts the names as they
 * stand, which are more than the parsed objects have where one is repeated.
 */
function countNames(text: string): number {
  let names = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (char === COLON) names++;
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > MAX_DEPTH) throw new JsonRuleError('body', `is nested deeper than ${MAX_DEPTH} levels`);
    } else if (char === 0x7d || char === 0x5d) depth--;
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

interface Seen {
  names: number;
  /** Only an escape (`\u0000`, `\ud800`) can bring a NUL or a lone surrogate into text that is valid UTF-8 and JSON. */
  readonly checkText: boolean;
}

/** What is wrong with a value, and where: the steps down to it are gathered on the way back, as nearly all values are right. */
interface Blemish {
  readonly path: Array<string | number>;
  readonly rule: string;
}

function blemishIn(value: unknown, seen: Seen): Blemish | null {
  if (typeof value === 'string') return seen.checkText ? blemishOfText(value) : null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : { path: [], rule: 'is a number out of range' };
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const blemish = blemishIn(value[index], seen);
      if (blemish !== null) return under(index, blemish);
    }
    return null;
  }
  for (const name of Object.keys(value)) {
    seen.names++;
    const blemish = blemishOfName(name, seen) ?? blemishIn((value as Readonly<Record<string, unknown>>)[name], seen);
    if (blemish !== null) return under(name, blemish);
  }
  return null;
}

function under(step: string | number, { path, rule }: Blemish): Blemish {
  return { path: [step, ...path], rule };
}

function blemishOfName(name: string, { checkText }: Seen): Blemish | null {
  if (name === '__proto__') return { path: [], rule: 'is a name that is not allowed' };
  return checkText ? blemishOfText(name) : null;
}

function blemishOfText(text: string): Blemish | null {
  if (text.includes('\0')) return { path: [], rule: 'has a NUL character (\\u0000)' };
  return text.isWellFormed() ? null : { path: [], rule: 'has half of a surrogate pair' };
}

function show(path: ReadonlyArray<string | number>): string {
  return path.join('.').toWellFormed().replaceAll('\0', '\\u0000') || 'body';
}
