import {
  ENTERPRISE_SCHEMA,
  IGNORED_ATTRIBUTES,
  IGNORED_ENTERPRISE_ATTRIBUTES,
  PatchOp,
  Schemas,
} from '../scim-schemas.js';
import { type PatchOperation, attributesIn, demandPath, readOperations } from '../patch-operations.js';
import { invalidValue, mapTypeError } from '../scim-error.filter.js';
import { MAX_VALUES, type ScimUser, withoutBlanks } from './scim-user.js';

/** The library parses the whole user again for each changed attribute. Okta and Entra ID change some thirty. */
const MAX_CHANGES = 100;

/** `emails[type eq "work"].value`: a multi-valued attribute, the filter of its values, and a sub-attribute. */
const SELECTED_VALUE_PATH = /^(\w+)\[(\w+) eq "([^"]*)"\]\.(\w+)$/i;

/**
 * Applies the operations of a PATCH to a user, in order. Accepts what Okta and Entra ID send beyond the standard:
 * `"True"` for true, a replacement of a value that does not exist, several attributes in one value, and attributes
 * that the directory ignores.
 * @throws ScimError
 */
export async function patchUser(user: ScimUser, body: unknown): Promise<ScimUser> {
  const named = readOperations(body, MAX_CHANGES).flatMap(splitByAttribute).map(withoutCoreSchema);
  const changes = named.filter(({ path }) => !isIgnored(path));
  if (changes.length > MAX_CHANGES) {
    throw invalidValue(`a PATCH changes at most ${MAX_CHANGES} attributes, not ${changes.length}: send them in parts`);
  }
  for (const change of changes) demandBounded(change);
  let patched = user;
  for (const change of changes) patched = await apply(patched, normalizeOperation(patched, change));
  return patched;
}

/** @throws ScimError if the library would take too long, or would write outside the user */
function demandBounded({ op, path, value }: PatchOperation): void {
  if (path !== undefined) demandPath(path);
  if (Array.isArray(value) && value.length > MAX_VALUES) {
    throw invalidValue(`${path ?? 'value'} has at most ${MAX_VALUES} values`);
  }
  // The library writes the objects to remove into the text of a filter; `emails` is the only stored list.
  if (path?.toLowerCase() !== 'emails' || op.toLowerCase() !== 'remove' || value === undefined) return;
  if (![value].flat().every(isComparable)) {
    throw invalidValue(
      'emails: a value to remove must be an object of booleans, and of texts without quotes and backslashes',
    );
  }
}

/** `{"type": "work", "value": "ada@acme.com"}` */
function isComparable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, one]: [string, unknown]) => {
    return SUB_ATTRIBUTE.test(key) && (typeof one === 'string' ? !/["\\\r\n]/.test(one) : typeof one !== 'object');
  });
}

const SUB_ATTRIBUTE = /^\$?[a-z][\w-]*$/i;

async function apply(user: ScimUser, operation: PatchOperation): Promise<ScimUser> {
  // The library requires an id; its value is not used.
  const resource = mapTypeError(() => new Schemas.User({ ...user, id: 'patched' }, 'out'));
  const message = new PatchOp({ schemas: [PatchOp.id], Operations: [operation as never] });
  const changed: unknown = await message.apply(resource).catch((error: unknown) => {
    throw error instanceof TypeError ? invalidValue(error.message) : error;
  });
  return changed instanceof Schemas.User ? withoutBlanks(changed) : user;
}

/** Splits `{op, value: {active: false, "name.givenName": "Ada"}}` into one operation per attribute, with its path. */
function splitByAttribute(operation: PatchOperation): PatchOperation[] {
  const { op, path, value } = operation;
  if (path !== undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return [operation];
  return attributesIn(value).map(([key, one]) => ({ op, path: key, value: one }));
}

/** Removes the URN of the core schema, which may precede its attributes. */
function withoutCoreSchema({ op, path, value }: PatchOperation): PatchOperation {
  return {
    op,
    path: path?.startsWith(`${Schemas.User.id}:`) === true ? path.slice(Schemas.User.id.length + 1) : path,
    value,
  };
}

function isIgnored(path: string | undefined): boolean {
  if (path === undefined) return false;
  const isOfEnterprise = path.startsWith(`${ENTERPRISE_SCHEMA}:`);
  const [attribute = ''] = path.slice(isOfEnterprise ? ENTERPRISE_SCHEMA.length + 1 : 0).split(/[.[]/);
  return (isOfEnterprise ? IGNORED_ENTERPRISE_ATTRIBUTES : IGNORED_ATTRIBUTES).has(attribute);
}

function normalizeOperation(user: ScimUser, { op, path, value }: PatchOperation): PatchOperation {
  if (path?.toLowerCase() === 'active') return { op, path, value: parseBoolean(value) };
  const [, attribute, key, wanted, part] = SELECTED_VALUE_PATH.exec(path ?? '') ?? [];
  const isThere =
    attribute !== 'emails' || (user.emails ?? []).some((email) => Reflect.get(email, key ?? '') === wanted);
  if (attribute === undefined || key === undefined || part === undefined || isThere) return { op, path, value };
  return { op: 'add', path: attribute, value: [{ [key]: wanted, [part]: value }] };
}

function parseBoolean(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return FLAGS.get(value.toLowerCase()) ?? value;
}

const FLAGS = new Map([
  ['true', true],
  ['false', false],
]);
