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
  walk(value, [], seen);
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

function walk(value: unknown, path: Array<string | number>, seen: Seen): void {
  if (typeof value === 'string') {
    if (seen.checkText) checkText(value, path);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new JsonRuleError(show(path), 'is a number out of range');
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) visit(value[index], index, path, seen);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      seen.names++;
      if (name === '__proto__') throw new JsonRuleError(show([...path, name]), 'is a name that is not allowed');
      if (seen.checkText) checkText(name, [...path, name]);
      visit(member, name, path, seen);
    }
  }
}

function visit(value: unknown, step: string | number, path: Array<string | number>, seen: Seen): void {
  path.push(step);
  walk(value, path, seen);
  path.pop();
}

function checkText(text: string, path: ReadonlyArray<string | number>): void {
  if (text.includes('\0')) throw new JsonRuleError(show(path), 'has a NUL character (\\u0000)');
  if (!text.isWellFormed()) throw new JsonRuleError(show(path), 'has half of a surrogate pair');
}

function show(path: ReadonlyArray<string | number>): string {
  return path.join('.').toWellFormed().replaceAll('\0', '\\u0000') || 'body';
}
