import { isEmail } from 'class-validator';
import { isStorable } from '#platform/text';
import { truncate } from '../../truncate.js';
import { type WorkerFields, type WorkerRecord } from '../../workers/worker-record.js';
import { ENTERPRISE_SCHEMA, Schemas, WORKER_SCHEMA } from '../scim-schemas.js';
import { invalidValue, mapTypeError } from '../scim-error.filter.js';

/** The stored attributes of a user. Undefined: the provider did not send it. */
export interface ScimUser {
  readonly userName: string;
  readonly externalId?: string;
  readonly displayName?: string;
  readonly name?: { readonly formatted?: string; readonly givenName?: string; readonly familyName?: string };
  readonly emails?: ReadonlyArray<{ readonly value: string; readonly type?: string; readonly primary?: boolean }>;
  readonly title?: string;
  readonly active?: boolean;
  readonly [ENTERPRISE_SCHEMA]?: { readonly employeeNumber?: string };
  readonly [WORKER_SCHEMA]?: { readonly site?: string; readonly learnerId?: string };
}

/** The maximum number of values of one attribute. */
export const MAX_VALUES = 20;
/** Length of a text, in UTF-16 code units: a page has 200 users. */
const MAX_TEXT_LENGTH = 1_000;

/** Validates a user from the provider. @throws ScimError */
export function readUser(body: unknown): ScimUser {
  for (const [name, value] of Object.entries(typeof body === 'object' ? (body ?? {}) : {})) {
    if (LISTS.has(name.toLowerCase())) demandFew(name, value);
  }
  return withoutBlanks(mapTypeError(() => new Schemas.User(body, 'in')));
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
export function withoutBlanks(user: InstanceType<typeof Schemas.User>): ScimUser {
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
  return value === '' || value === null ? undefined : value;
}

function demandFew(name: string, value: unknown): void {
  if (Array.isArray(value) && value.length > MAX_VALUES) {
    throw invalidValue(`${truncate(name)} has at most ${MAX_VALUES} values`);
  }
}

/** A user as the provider sent it, with the current attributes of the worker. */
export function currentUser(lastSent: ScimUser, worker: WorkerRecord): ScimUser {
  const { employeeNumber: _sent, ...enterprise } = lastSent[ENTERPRISE_SCHEMA] ?? {};
  const employeeNumber =
    lastSent[ENTERPRISE_SCHEMA]?.employeeNumber === undefined ? undefined : (worker.externalWorkerId ?? undefined);
  return {
    ...lastSent,
    active: worker.active,
    displayName: worker.name,
    title: worker.role ?? undefined,
    emails: worker.email === null ? undefined : [{ value: worker.email, type: 'work', primary: true }],
    [ENTERPRISE_SCHEMA]: undefinedIfEmpty({ ...enterprise, employeeNumber }),
    [WORKER_SCHEMA]: undefinedIfEmpty({ site: worker.site ?? undefined, learnerId: worker.learnerId ?? undefined }),
  };
}

/**
 * {@link currentUser}, limited to the attributes that the provider sent before. A new request is compared with it:
 * the differences are the provider's changes.
 */
export function currentUserAsSent(lastSent: ScimUser, worker: WorkerRecord): ScimUser {
  const now = currentUser(lastSent, worker);
  const keys = new Set(['active', ...Object.keys(lastSent)]);
  const { displayName, ...rest } = Object.fromEntries(
    Object.entries(now).filter(([key, value]) => keys.has(key) && value !== undefined),
  ) as unknown as ScimUser;
  return lastSent.displayName === undefined ? rest : { ...rest, displayName };
}

/** The user that the API shows for a worker without data from the provider. */
export function userOfWorker({ email, externalWorkerId, learnerId }: WorkerRecord): ScimUser {
  return { userName: email ?? externalWorkerId ?? learnerId ?? '', externalId: externalWorkerId ?? undefined };
}

/**
 * The fields of the worker that the provider has changed.
 * @param before null: the provider has sent nothing yet
 */
export function changedFields(now: ScimUser, before: ScimUser | null, known: WorkerRecord | null): WorkerFields {
  const changed = <T extends boolean | string>(read: (user: ScimUser) => T | undefined): T | null | undefined => {
    const [is, was] = [read(now), before === null ? undefined : read(before)];
    return is === was ? undefined : (is ?? null);
  };
  return {
    externalWorkerId: externalWorkerIdOf(now, before, known),
    email: changed(emailOf),
    learnerId: changed((user) => user[WORKER_SCHEMA]?.learnerId),
    name: changed(nameOf) ?? undefined,
    site: changed((user) => user[WORKER_SCHEMA]?.site),
    role: changed((user) => user.title),
    active: changed((user) => user.active) ?? undefined,
  };
}

/**
 * The employee number, if there is one; else the provider's external id, which never replaces a key from another
 * source.
 */
function externalWorkerIdOf(
  now: ScimUser,
  before: ScimUser | null,
  known: WorkerRecord | null,
): string | null | undefined {
  const [number, numberBefore] = [now[ENTERPRISE_SCHEMA]?.employeeNumber, before?.[ENTERPRISE_SCHEMA]?.employeeNumber];
  if (number !== undefined || numberBefore !== undefined) return number ?? now.externalId ?? null;
  const isOfProvider =
    known === null || known.externalWorkerId === null || known.externalWorkerId === before?.externalId;
  return isOfProvider && now.externalId !== before?.externalId ? (now.externalId ?? null) : undefined;
}

function emailOf({ emails = [], userName }: ScimUser): string | undefined {
  const email =
    (emails.find(({ primary }) => primary === true) ?? emails[0])?.value ??
    (isStorable(userName) && isEmail(userName) ? userName : undefined);
  return email?.toLowerCase();
}

function nameOf({ displayName, name, userName }: ScimUser): string {
  const parts = [name?.givenName, name?.familyName].filter((part) => part !== undefined);
  return displayName ?? name?.formatted ?? (parts.length > 0 ? parts.join(' ') : userName);
}

function undefinedIfEmpty<T extends object>(object: T): T | undefined {
  return Object.values(object).some((value) => value !== undefined) ? object : undefined;
}
