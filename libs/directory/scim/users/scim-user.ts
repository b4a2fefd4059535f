import { isEmail } from 'class-validator';
import { isStorable } from '#platform/text';
import { shortened } from '../../shortened.js';
import { type WorkerFields, type WorkerRecord } from '../../workers/worker-record.js';
import { ENTERPRISE_SCHEMA, Schemas, WORKER_SCHEMA } from '../scim-schemas.js';
import { invalidValue, reading } from '../scim-error.filter.js';

/** A user as far as the directory knows what to do with it. What is left out is not said. */
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

/** Values of one attribute that is kept: a person has a few addresses. */
export const MOST_VALUES = 20;
/** Length of each text that is kept, in UTF-16 code units: a page has 200 users. */
const LONGEST_TEXT = 1_000;

/** Validates a user as it is sent. @throws ScimError */
export function readUser(body: unknown): ScimUser {
  for (const [name, value] of Object.entries(typeof body === 'object' ? (body ?? {}) : {})) {
    if (LISTS.has(name.toLowerCase())) demandFew(name, value);
  }
  return plain(reading(() => new Schemas.User(body, 'in')));
}

/** Lists that are kept, by name in lower case. Others may have more values: people are in many groups. */
const LISTS = new Set(
  Schemas.User.definition.attributes.flatMap((attribute) => {
    return 'config' in attribute && attribute.config.multiValued === true ? [attribute.name.toLowerCase()] : [];
  }),
);

/**
 * The library has checked the types; what is blank is not said.
 * @throws ScimError where a text is too long, or an attribute has too many values
 */
export function plain(user: InstanceType<typeof Schemas.User>): ScimUser {
  const {
    schemas: _schemas,
    meta: _meta,
    id: _id,
    ...said
  } = JSON.parse(JSON.stringify(user), saidOf) as ScimUser & Record<'schemas' | 'meta' | 'id', unknown>;
  return said;
}

function saidOf(key: string, value: unknown): unknown {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    throw invalidValue(`${key} has at most ${LONGEST_TEXT} characters`);
  }
  demandFew(key, value);
  return value === '' || value === null ? undefined : value;
}

function demandFew(name: string, value: unknown): void {
  if (Array.isArray(value) && value.length > MOST_VALUES) {
    throw invalidValue(`${shortened(name)} has at most ${MOST_VALUES} values`);
  }
}

/** A user with what is stored of the worker now in the place of what was told of those attributes. */
export function present(told: ScimUser, worker: WorkerRecord): ScimUser {
  const { employeeNumber: _told, ...enterprise } = told[ENTERPRISE_SCHEMA] ?? {};
  const employeeNumber =
    told[ENTERPRISE_SCHEMA]?.employeeNumber === undefined ? undefined : (worker.externalWorkerId ?? undefined);
  return {
    ...told,
    active: worker.active,
    displayName: worker.name,
    title: worker.role ?? undefined,
    emails: worker.email === null ? undefined : [{ value: worker.email, type: 'work', primary: true }],
    [ENTERPRISE_SCHEMA]: orNothing({ ...enterprise, employeeNumber }),
    [WORKER_SCHEMA]: orNothing({ site: worker.site ?? undefined, learnerId: worker.learnerId ?? undefined }),
  };
}

/** {@link present}, but only in what was told before: by it is seen what is told anew. */
export function presentAsTold(told: ScimUser, worker: WorkerRecord): ScimUser {
  const now = present(told, worker);
  const keys = new Set(['active', ...Object.keys(told)]);
  const { displayName, ...rest } = Object.fromEntries(
    Object.entries(now).filter(([key, value]) => keys.has(key) && value !== undefined),
  ) as unknown as ScimUser;
  return told.displayName === undefined ? rest : { ...rest, displayName };
}

/** What the provider is told of a worker that it has not told anything of. */
export function unprovisioned({ email, externalWorkerId, learnerId }: WorkerRecord): ScimUser {
  return { userName: email ?? externalWorkerId ?? learnerId ?? '', externalId: externalWorkerId ?? undefined };
}

/**
 * What of a user is said to be otherwise than before, as it is written to the worker. @param before null: nothing was
 * said
 */
export function fieldsOf(now: ScimUser, before: ScimUser | null, known: WorkerRecord | null): WorkerFields {
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
 * The employee number, where there is one. An external id is only the provider's own: it stands in where nothing better
 * is known, and never replaces a key that came from elsewhere.
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

function orNothing<T extends object>(object: T): T | undefined {
  return Object.values(object).some((value) => value !== undefined) ? object : undefined;
}
