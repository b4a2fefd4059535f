import { parseJsonBody } from '#platform/http';
import { type JsonLimits, JsonRuleError } from '#platform/json';
import { UNSTORABLE, isStorable, truncate } from '#platform/text';
import { ScimError } from './scim-schemas.js';

/** The body limit of routes for users. */
export const USER_BODY_LIMIT = { kib: 256 };
/** The body limit of routes for groups: 10,000 members with their names. */
export const GROUP_BODY_LIMIT = { kib: 1_024 };

/**
 * A PATCH of the standard needs seven levels; a user has 24 attributes, and extensions of a provider add some; 10,000
 * members are 30,000 values.
 */
const LIMITS: JsonLimits = { depth: 16, fields: 200, values: 40_000 };
/** Length of a key or of the path of a PATCH, in UTF-16 code units; some providers use a path as a key. */
export const MAX_PATH_LENGTH = 512;

/**
 * Parses and limits the body of a request: the library recurses into nested values, and takes time quadratic in the
 * length of a name.
 * @param body its bytes; anything else counts as no body
 * @throws ScimError
 */
export function readBody(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return undefined;
  const value = parse(body);
  demandReadable(value);
  return value;
}

/**
 * A resource in a body without its `meta`, which is read-only and ignored: the library takes time quadratic in the
 * length of a text there.
 */
export function withoutMeta(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name.toLowerCase() !== 'meta'));
}

function parse(bytes: Buffer): unknown {
  try {
    return parseJsonBody(bytes, LIMITS);
  } catch (error) {
    throw refused(error instanceof JsonRuleError ? error.message : 'the body is not JSON');
  }
}

function demandReadable(value: unknown): void {
  if (typeof value === 'string') demandStorable(value);
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) for (const name of Object.keys(value)) demandName(name);
  for (const one of Object.values(value)) demandReadable(one);
}

/** Checks that PostgreSQL can store a text. @throws ScimError */
export function demandStorable(text: string): void {
  if (!isStorable(text)) throw new ScimError(400, 'invalidValue', `a value ${UNSTORABLE}`);
}

/** @throws ScimError */
function demandName(name: string): void {
  if (name.length > MAX_PATH_LENGTH) {
    throw refused(`the name of an attribute has at most ${MAX_PATH_LENGTH} characters: ${truncate(name)}`);
  }
  if (reachesInherited(name)) throw refused(`${truncate(name)} is not the name of an attribute`);
}

/**
 * Whether a part of a name or path is inherited by every object. The library resolves the parts of
 * `urn:…:User:manager.value`, and of a filter in a path, on plain objects, and assigns to the last one. With
 * `__proto__.x` it would write to `Object.prototype`, for all tenants.
 */
export function reachesInherited(name: string): boolean {
  return INHERITED.test(name);
}

const INHERITED = /(?:^|[^\w$-])(?:__proto__|constructor|prototype)(?:$|[^\w$-])/i;

function refused(detail: string): InstanceType<typeof ScimError> {
  return new ScimError(400, 'invalidSyntax', detail);
}
