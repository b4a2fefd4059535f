import { ENTERPRISE_SCHEMA, FORGOTTEN, FORGOTTEN_OF_ENTERPRISE, PatchOp, Schemas, ScimError } from '../scim-schemas.js';
import { reading } from '../scim-error.filter.js';
import { type ScimUser, plain } from './scim-user.js';

interface Operation {
  readonly op: string;
  readonly path?: string;
  readonly value?: unknown;
}

/** `emails[type eq "work"].value`: an attribute of several values, which of them, and what of it. */
const ONE_OF_SEVERAL = /^(\w+)\[(\w+) eq "([^"]*)"\]\.(\w+)$/i;

/**
 * A user after a PATCH, one operation after the other. What the large providers send beyond the standard is understood: `"True"`
 * for true, a value put where there is none to replace, several attributes in one value, attributes that are not kept.
 * @throws ScimError
 */
export async function patchUser(user: ScimUser, body: unknown): Promise<ScimUser> {
  const { Operations: operations } = reading(() => new PatchOp(body as ConstructorParameters<typeof PatchOp>[0]));
  let patched = user;
  for (const operation of (operations as readonly Operation[]).flatMap(oneAttributeEach).map(withoutCore)) {
    if (!isForgotten(operation.path)) patched = await apply(patched, understood(patched, operation));
  }
  return patched;
}

async function apply(user: ScimUser, operation: Operation): Promise<ScimUser> {
  // A resource has an id; which one matters to nobody here.
  const resource = reading(() => new Schemas.User({ ...user, id: 'patched' }, 'out'));
  const message = new PatchOp({ schemas: [PatchOp.id], Operations: [operation as never] });
  const changed: unknown = await message.apply(resource).catch((error: unknown) => {
    throw error instanceof TypeError ? new ScimError(400, 'invalidValue', error.message) : error;
  });
  return changed instanceof Schemas.User ? plain(changed) : user;
}

/** `{op, value: {active: false, "name.givenName": "Ada"}}`: each attribute by itself, at its path. */
function oneAttributeEach(operation: Operation): Operation[] {
  const { op, path, value } = operation;
  if (path !== undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return [operation];
  // Its id and its schemas are not for a client to change, and some send them along.
  return Object.entries(value).flatMap(([key, one]): Operation[] => (['id', 'schemas', 'meta'].includes(key) ? [] : [{ op, path: key, value: one }]));
}

/** An attribute of the core may have its schema before it, which says nothing new. */
function withoutCore({ op, path, value }: Operation): Operation {
  return { op, path: path?.startsWith(`${Schemas.User.id}:`) === true ? path.slice(Schemas.User.id.length + 1) : path, value };
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
  const isThere = attribute !== 'emails' || (user.emails ?? []).some((email) => Reflect.get(email, key ?? '') === wanted);
  if (attribute === undefined || key === undefined || part === undefined || isThere) return { op, path, value };
  return { op: 'add', path: attribute, value: [{ [key]: wanted, [part]: value }] };
}

function asBoolean(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return { true: true, false: false }[value.toLowerCase()] ?? value;
}
