import { isJsonObject } from '#platform/json';
import { truncate } from '#platform/text';
import { withoutMeta } from '../scim-body.js';
import { invalidValue, mapTypeError } from '../scim-errors.js';
import { Schemas } from '../scim-schemas.js';
import { booleanOf } from '../boolean-of.js';
import type { ScimUser } from './scim-user.js';

/** The maximum number of values of one attribute. */
export const MAX_VALUES = 20;
/** Length of a text, in UTF-16 code units: a page has 200 users. */
const MAX_TEXT_LENGTH = 1_000;

/** Validates a user from the provider. @throws ScimError */
export function readUser(body: unknown): ScimUser {
  for (const [name, value] of Object.entries(typeof body === 'object' ? (body ?? {}) : {})) {
    if (LISTS.has(name.toLowerCase())) demandFew(name, value);
  }
  const user = withoutBlanks(mapTypeError(() => new Schemas.User(withoutMeta(inSchema(withoutNulls(body))), 'in')));
  // The library accepts an empty one.
  if (typeof user.userName !== 'string' || user.userName.trim() === '') throw invalidValue('userName is required');
  return user;
}

/** Null is no value (RFC 7643, section 2.5). The library accepts it for some attributes, and fails within a list. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(withoutNulls);
  if (!isJsonObject(value)) return value;
  const assigned = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(assigned.map(([name, one]) => [name, withoutNulls(one)]));
}

/** Corrects what some providers send: booleans as text, and the type of an address that a person does not have. */
function inSchema(body: unknown): unknown {
  return mapped(body, (name, value) => {
    if (name === 'active') return booleanOf(value);
    if (name !== 'emails' || !Array.isArray(value)) return value;
    return value
      .filter(hasValue)
      .map((email: unknown) => mapped(email, (part, one) => (part === 'primary' ? booleanOf(one) : one)));
  });
}

/** @param change called with each name in lower case */
function mapped(object: unknown, change: (name: string, value: unknown) => unknown): unknown {
  if (!isJsonObject(object)) return object;
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(name.toLowerCase(), value)]));
}

function hasValue(email: unknown): boolean {
  if (typeof email !== 'object' || email === null) return true;
  return Object.entries(email).some(
    ([name, value]: [string, unknown]) =>
      name.toLowerCase() === 'value' && value !== '' && value !== null && value !== undefined,
  );
}

/** Stored lists, by name in lower case. Others may have more values: people are in many groups. */
const LISTS = new Set(
  Schemas.User.definition.attributes.flatMap((attribute) => {
    return 'config' in attribute && attribute.config.multiValued === true ? [attribute.name.toLowerCase()] : [];
  }),
);

/**
 * The user without blank values, which count as not sent. The library has checked the types.
 * @throws ScimError if a text is too long, or an attribute has too many values
 */
function withoutBlanks(user: InstanceType<typeof Schemas.User>): ScimUser {
  const {
    schemas: _schemas,
    meta: _meta,
    id: _id,
    ...sent
  } = JSON.parse(JSON.stringify(user), dropBlank) as ScimUser & Record<'schemas' | 'meta' | 'id', unknown>;
  return sent;
}

function dropBlank(key: string, value: unknown): unknown {
  if (typeof value === 'string' && value.length > MAX_TEXT_LENGTH) {
    throw invalidValue(`${key} has at most ${MAX_TEXT_LENGTH} characters`);
  }
  demandFew(key, value);
  return value === '' || value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

function demandFew(name: string, value: unknown): void {
  if (Array.isArray(value) && value.length > MAX_VALUES) {
    throw invalidValue(`${truncate(name)} has at most ${MAX_VALUES} values`);
  }
}
