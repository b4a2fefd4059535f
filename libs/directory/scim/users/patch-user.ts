import { ENTERPRISE_SCHEMA, FORGOTTEN, FORGOTTEN_OF_ENTERPRISE, PatchOp, Schemas } from '../scim-schemas.js';
import { type Operation, attributesIn, demandPath, readOperations } from '../patch-operations.js';
import { invalidValue, reading } from '../scim-error.filter.js';
import { MOST_VALUES, type ScimUser, plain } from './scim-user.js';

/** For each changed attribute the library reads the whole user again; the large providers change some thirty. */
const MOST_CHANGES = 100;

/** `emails[type eq "work"].value`: an attribute of several values, which of them, and what of it. */
const ONE_OF_SEVERAL = /^(\w+)\[(\w+) eq "([^"]*)"\]\.(\w+)$/i;

/**
 * A user after a PATCH, one operation after the other. What the large providers send beyond the standard is understood:
 * `"True"` for true, a value put where there is none to replace, several attributes in one value, attributes that are
 * not kept.
 * @throws ScimError
 */
export async function patchUser(user: ScimUser, body: unknown): Promise<ScimUser> {
  const named = readOperations(body, MOST_CHANGES).flatMap(oneAttributeEach).map(withoutCore);
  const changes = named.filter(({ path }) => !isForgotten(path));
  if (changes.length > MOST_CHANGES) {
    throw invalidValue(`a PATCH changes at most ${MOST_CHANGES} attributes, not ${changes.length}: send them in parts`);
  }
  for (const change of changes) demandBounded(change);
  let patched = user;
  for (const change of changes) patched = await apply(patched, understood(patched, change));
  return patched;
}

/** @throws ScimError where the library would take long, or write elsewhere than to the user */
function demandBounded({ op, path, value }: Operation): void {
  if (path !== undefined) demandPath(path);
  if (Array.isArray(value) && value.length > MOST_VALUES) {
    throw invalidValue(`${path ?? 'value'} has at most ${MOST_VALUES} values`);
  }
  // Of the values to remove from a list of objects the library makes the text of a filter; no other list is kept.
  if (path?.toLowerCase() !== 'emails' || op.toLowerCase() !== 'remove' || value === undefined) return;
  if (![value].flat().every(isComparable)) {
    throw invalidValue('emails: a value to remove is an object of flags, and of texts without quotes and backslashes');
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

async function apply(user: ScimUser, operation: Operation): Promise<ScimUser> {
  // A resource has an id; which one matters to nobody here.
  const resource = reading(() => new Schemas.User({ ...user, id: 'patched' }, 'out'));
  const message = new PatchOp({ schemas: [PatchOp.id], Operations: [operation as never] });
  const changed: unknown = await message.apply(resource).catch((error: unknown) => {
    throw error instanceof TypeError ? invalidValue(error.message) : error;
  });
  return changed instanceof Schemas.User ? plain(changed) : user;
}

/** `{op, value: {active: false, "name.givenName": "Ada"}}`: each attribute by itself, at its path. */
function oneAttributeEach(operation: Operation): Operation[] {
  const { op, path, value } = operation;
  if (path !== undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return [operation];
  return attributesIn(value).map(([key, one]) => ({ op, path: key, value: one }));
}

/** An attribute of the core may have its schema before it, which says nothing new. */
function withoutCore({ op, path, value }: Operation): Operation {
  return {
    op,
    path: path?.startsWith(`${Schemas.User.id}:`) === true ? path.slice(Schemas.User.id.length + 1) : path,
    value,
  };
}

function isForgotten(path: string | undefined): boolean {
  if (path === undefined) return false;
  const isOfEnterprise = path.startsWith(`${ENTERPRISE_SCHEMA}:`);
  const [attribute = ''] = path.slice(isOfEnterprise ? ENTERPRISE_SCHEMA.length + 1 : 0).split(/[.[]/);
  return (isOfEnterprise ? FORGOTTEN_OF_ENTERPRISE : FORGOTTEN).has(attribute);
}

function understood(user: ScimUser, { op, path, value }: Operation): Operation {
  if (path?.toLowerCase() === 'active') return { op, path, value: asBoolean(value) };
  const [, attribute, key, wanted, part] = ONE_OF_SEVERAL.exec(path ?? '') ?? [];
  const isThere =
    attribute !== 'emails' || (user.emails ?? []).some((email) => Reflect.get(email, key ?? '') === wanted);
  if (attribute === undefined || key === undefined || part === undefined || isThere) return { op, path, value };
  return { op: 'add', path: attribute, value: [{ [key]: wanted, [part]: value }] };
}

function asBoolean(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return FLAGS.get(value.toLowerCase()) ?? value;
}

const FLAGS = new Map([
  ['true', true],
  ['false', false],
]);
