import { isEmail } from 'class-validator';
import { isStorable } from '#platform/text';
import { truncate } from '../../truncate.js';
import { WORKER_KEYS, type WorkerFields, type WorkerRecord } from '../../workers/worker-record.js';
import { withoutMeta } from '../scim-body.js';
import { ENTERPRISE_SCHEMA, Schemas, WORKER_SCHEMA } from '../scim-schemas.js';
import { invalidValue, mapTypeError } from '../scim-errors.js';

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

/** Attributes that the engine fills in where the provider has not sent them. */
const FILLED_IN = ['displayName', 'emails', 'active'] as const;

/** A user as stored: what the provider sent last. */
export interface SentUser extends ScimUser {
  /** What it removed by a PATCH: not filled in again. */
  readonly removed?: ReadonlyArray<(typeof FILLED_IN)[number]>;
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
  const user = withoutBlanks(mapTypeError(() => new Schemas.User(withoutMeta(withoutBlankEmails(body)), 'in')));
  // The library accepts an empty one.
  if (typeof user.userName !== 'string' || user.userName.trim() === '') throw invalidValue('userName is required');
  return user;
}

/** Some providers send the type of an address that a person does not have. */
function withoutBlankEmails(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) =>
      name.toLowerCase() === 'emails' && Array.isArray(value) ? [name, value.filter(hasValue)] : [name, value],
    ),
  );
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

/** A user as the provider sent it, with the current attributes of the worker, without those that it removed. */
export function currentUser({ removed = [], ...lastSent }: SentUser, worker: WorkerRecord): ScimUser {
  const { employeeNumber: _sent, ...enterprise } = lastSent[ENTERPRISE_SCHEMA] ?? {};
  const employeeNumber =
    lastSent[ENTERPRISE_SCHEMA]?.employeeNumber === undefined ? undefined : (worker.externalWorkerId ?? undefined);
  // A value that an admin has set since is shown, although the provider removed its own.
  const isHidden = {
    displayName: removed.includes('displayName') && worker.name === nameOf(lastSent),
    emails: removed.includes('emails') && worker.email === (emailOf(lastSent) ?? null),
    active: removed.includes('active') && worker.active,
  };
  return {
    ...lastSent,
    active: isHidden.active ? undefined : worker.active,
    displayName: isHidden.displayName ? undefined : worker.name,
    title: worker.role ?? undefined,
    emails: isHidden.emails ? undefined : emailsOf(lastSent, worker),
    [ENTERPRISE_SCHEMA]: undefinedIfEmpty({ ...enterprise, employeeNumber }),
    [WORKER_SCHEMA]: undefinedIfEmpty({ site: worker.site ?? undefined, learnerId: worker.learnerId ?? undefined }),
  };
}

/** As sent, unless the worker's address is another one. */
function emailsOf(lastSent: ScimUser, { email }: WorkerRecord): ScimUser['emails'] {
  if (lastSent.emails !== undefined && emailOf(lastSent) === email) return lastSent.emails;
  return email === null ? undefined : [{ value: email, type: 'work', primary: true }];
}

/**
 * {@link currentUser}, limited to the attributes that the provider sent before. A new request is compared with it:
 * the differences are the provider's changes.
 */
export function currentUserAsSent(lastSent: SentUser, worker: WorkerRecord): ScimUser {
  return pickAttributes(currentUser(lastSent, worker), new Set(['active', ...Object.keys(lastSent)]));
}

function pickAttributes(user: ScimUser, names: ReadonlySet<string>): ScimUser {
  return Object.fromEntries(
    Object.entries(user).filter(([name, value]) => names.has(name) && value !== undefined),
  ) as unknown as ScimUser;
}

/** The effect of a PATCH: what the provider has sent before and after it. */
export interface PatchedUser {
  readonly before: ScimUser;
  readonly now: SentUser;
}

/**
 * Applies a PATCH to what the API shows, so that it can change and remove whatever a client sees. Of the result, only
 * what the provider has sent, now or before, counts as sent.
 * @param lastSent null: the provider has sent nothing yet
 */
export function patchSent(
  lastSent: SentUser | null,
  worker: WorkerRecord,
  patch: (shown: ScimUser) => ScimUser,
): PatchedUser {
  // Without an external id, which the provider has not sent.
  const sent: SentUser = lastSent ?? { userName: userOfWorker(worker).userName };
  const shown = readUser(currentUser(sent, worker));
  const patched = patch(shown);
  const isChanged = (name: string): boolean =>
    JSON.stringify(Reflect.get(shown, name)) !== JSON.stringify(Reflect.get(patched, name));
  const names = new Set(
    [...Object.keys(shown), ...Object.keys(patched)].filter(
      (name) => name === 'active' || Reflect.get(sent, name) !== undefined || isChanged(name),
    ),
  );
  const removed = FILLED_IN.filter(
    (name) => patched[name] === undefined && (isChanged(name) || sent.removed?.includes(name)),
  );
  return {
    before: pickAttributes(shown, names),
    now: { ...pickAttributes(patched, names), ...(removed.length > 0 ? { removed } : {}) },
  };
}

/** The user that the API shows for a worker without data from the provider. */
export function userOfWorker({ email, externalWorkerId, learnerId }: WorkerRecord): ScimUser {
  return { userName: email ?? externalWorkerId ?? learnerId ?? '', externalId: externalWorkerId ?? undefined };
}

/**
 * The fields of the worker that the provider has changed.
 * @param before null: the provider has sent nothing yet
 */
export function changedFields(now: SentUser, before: ScimUser | null, known: WorkerRecord | null): WorkerFields {
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
    // Unassigned counts as active, as in a user that is added without it.
    active: now.removed?.includes('active') === true ? true : (changed((user) => user.active) ?? undefined),
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

/**
 * The key of a user without any other one: its name, which is the only attribute that the standard requires. A name
 * that is an address is the e-mail already.
 * @throws ScimError if the name is too long for a key
 */
export function withKeyFromName(worker: WorkerRecord, { userName }: ScimUser): WorkerRecord {
  if (WORKER_KEYS.some((key) => worker[key] !== null)) return worker;
  const externalWorkerId = userName.trim();
  if (externalWorkerId.length > MAX_KEY_LENGTH)
    throw invalidValue(`userName has at most ${MAX_KEY_LENGTH} characters if it is the user's only key`);
  return { ...worker, externalWorkerId };
}

/** That of an external worker id, in UTF-16 code units. */
const MAX_KEY_LENGTH = 255;

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
