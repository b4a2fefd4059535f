import { isJsonObject } from '#platform/json';
import {
  ENTERPRISE_SCHEMA,
  IGNORED_ATTRIBUTES,
  IGNORED_ENTERPRISE_ATTRIBUTES,
  Schemas,
  WORKER_SCHEMA,
} from '../scim-schemas.js';
import { type PatchOperation, attributesIn, readOperations } from '../patch-operations.js';
import { invalidValue } from '../scim-errors.js';
import { type PatchedObject, applyOperation } from './apply-operation.js';
import { MAX_VALUES, readUser } from './read-user.js';
import type { ScimUser } from './scim-user.js';

/** Okta and Entra ID change some thirty attributes. */
const MAX_CHANGES = 100;

/**
 * Applies the operations of a PATCH to a user, in order. Accepts what Okta and Entra ID send beyond the standard:
 * `"True"` for true, a replacement of a missing value, several attributes in one value, attributes that the directory
 * ignores.
 * @throws ScimError
 */
export function patchUser(user: ScimUser, body: unknown): ScimUser {
  const named = readOperations(body, MAX_CHANGES).flatMap(splitByAttribute).map(withoutCoreSchema);
  const changes = named.filter(({ path }) => !isIgnored(path));
  if (changes.length > MAX_CHANGES) {
    throw invalidValue(`a PATCH changes at most ${MAX_CHANGES} attributes, not ${changes.length}: send them in parts`);
  }
  const patched: PatchedObject = { ...user };
  for (const change of changes) {
    demandFewValues(change);
    applyOperation(patched, change);
    demandFewValues({ op: change.op, path: 'emails', value: patched['emails'] });
  }
  return readUser(patched);
}

function demandFewValues({ path, value }: PatchOperation): void {
  if (Array.isArray(value) && value.length > MAX_VALUES)
    throw invalidValue(`${path ?? 'value'} has at most ${MAX_VALUES} values`);
}

/** Splits `{op, value: {active: false, "name.givenName": "Ada"}}` into one operation per attribute, with its path. */
function splitByAttribute(operation: PatchOperation): PatchOperation[] {
  const { op, path, value } = operation;
  if (path !== undefined) return ofExtension(op, path, value) ?? [operation];
  if (!isJsonObject(value))
    throw invalidValue('without a path, the value of an operation must be an object of attributes');
  return attributesIn(value).flatMap(([key, one]) => ofExtension(op, key, one) ?? [{ op, path: key, value: one }]);
}

/** An extension as a whole may name attributes that the directory ignores: its attributes are set one by one. */
function ofExtension(op: string, path: string, value: unknown): PatchOperation[] | null {
  const isWhole = path.toLowerCase() === ENTERPRISE_SCHEMA.toLowerCase();
  if (!isWhole || op.toLowerCase() === 'remove' || typeof value !== 'object' || value === null) return null;
  return Object.entries(value).map(([key, one]: [string, unknown]) => ({
    op,
    path: `${ENTERPRISE_SCHEMA}:${key}`,
    value: one,
  }));
}

const CORE_PREFIX = `${Schemas.User.id}:`.toLowerCase();

/** Removes the URN of the core schema, which may precede its attributes. */
function withoutCoreSchema({ op, path, value }: PatchOperation): PatchOperation {
  const isPrefixed = path?.toLowerCase().startsWith(CORE_PREFIX) === true;
  return { op, path: isPrefixed ? path?.slice(CORE_PREFIX.length) : path, value };
}

function isIgnored(path = ''): boolean {
  if (isOfUnknownExtension(path)) return true;
  const isOfEnterprise = path.toLowerCase().startsWith(`${ENTERPRISE_SCHEMA}:`.toLowerCase());
  const [attribute = ''] = path.slice(isOfEnterprise ? ENTERPRISE_SCHEMA.length + 1 : 0).split(/[.[]/);
  return (isOfEnterprise ? IGNORED_ENTERPRISE : IGNORED).has(attribute.toLowerCase());
}

const KNOWN_SCHEMAS = [Schemas.User.id, ENTERPRISE_SCHEMA, WORKER_SCHEMA].map((urn) => urn.toLowerCase());

/** A provider may send attributes of its own, which a POST and a PUT ignore, too. */
function isOfUnknownExtension(path: string): boolean {
  return (
    /^urn:[\w-]+:[\w.:-]+$/i.test(path) && !KNOWN_SCHEMAS.some((urn) => `${path.toLowerCase()}:`.startsWith(`${urn}:`))
  );
}

const inLowerCase = (names: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...names].map((name) => name.toLowerCase()));
const IGNORED = inLowerCase(IGNORED_ATTRIBUTES);
const IGNORED_ENTERPRISE = inLowerCase(IGNORED_ENTERPRISE_ATTRIBUTES);
