import { isEmail } from 'class-validator';
import { isStorable } from '#platform/text';
import { WORKER_KEYS, type WorkerFields, type WorkerRecord } from '../../workers/worker-record.js';
import { invalidValue } from '../scim-errors.js';
import { ENTERPRISE_SCHEMA, WORKER_SCHEMA } from '../scim-schemas.js';
import { readUser } from './read-user.js';
import { FILLED_IN, type ScimUser, type SentUser } from './scim-user.js';

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
