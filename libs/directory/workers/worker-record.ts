import { type FieldError, Invalid } from '#platform/errors';
import { nameKeyOf } from '#platform/text';

/** A stored worker, with its site and groups by name. */
export interface WorkerRecord {
  readonly id: string;
  readonly externalWorkerId: string | null;
  /** Lower case. */
  readonly email: string | null;
  readonly learnerId: string | null;
  readonly name: string;
  readonly site: string | null;
  readonly role: string | null;
  readonly groups: readonly string[];
  readonly active: boolean;
}

/** Fields to write to a worker: an omitted field keeps its value, null clears it. */
export type WorkerFields = { readonly [Field in keyof Omit<WorkerRecord, 'id' | 'name'>]?: WorkerRecord[Field] } & {
  readonly name?: string;
};

/** The keys of a worker, in the order in which they are tried. */
export const WORKER_KEYS = ['externalWorkerId', 'email', 'learnerId'] as const;
export type WorkerKey = (typeof WORKER_KEYS)[number];

/** The worker after `fields` are written to it. A site or a group keeps its stored spelling. */
export function mergeWorker(known: WorkerRecord | null, fields: WorkerFields, id: string): WorkerRecord {
  const { externalWorkerId, email, learnerId, name, site, role, groups, active } = fields;
  return {
    id: known?.id ?? id,
    externalWorkerId: valueOr(externalWorkerId, known?.externalWorkerId ?? null),
    email: valueOr(email?.toLowerCase() ?? email, known?.email ?? null),
    learnerId: valueOr(learnerId, known?.learnerId ?? null),
    name: valueOr(name, known?.name ?? ''),
    site:
      site && known?.site && nameKeyOf(site) === nameKeyOf(known.site)
        ? known.site
        : valueOr(site, known?.site ?? null),
    role: valueOr(role, known?.role ?? null),
    groups: mergeGroups(known?.groups ?? [], groups),
    active: valueOr(active, known?.active ?? true),
  };
}

/** Why a worker cannot be stored; empty if it can. */
export function workerErrors(worker: WorkerRecord): FieldError[] {
  const nameless = worker.name === '' ? [{ field: 'name', message: 'is required' }] : [];
  const keyless = WORKER_KEYS.every((key) => worker[key] === null);
  return keyless
    ? [...nameless, { field: 'externalWorkerId', message: 'one of externalWorkerId, email and learnerId is required' }]
    : nameless;
}

/** @throws Invalid if the worker breaks a rule */
export function demandValid(worker: WorkerRecord): WorkerRecord {
  const errors = workerErrors(worker);
  if (errors.length > 0) throw new Invalid(errors);
  return worker;
}

/** The fields in which two states of a worker differ, with the values in `of`. */
export function differences(of: WorkerRecord, other: WorkerRecord): Partial<WorkerRecord> {
  const differing = Object.entries(of).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(other, field)),
  );
  return Object.fromEntries(differing);
}

export function isSame(a: WorkerRecord, b: WorkerRecord): boolean {
  return Object.keys(differences(a, b)).length === 0;
}

/** Whether a worker leaves: was active, and is now inactive. */
export function hasLeft(before: WorkerRecord | null, after: WorkerRecord): boolean {
  return before?.active === true && !after.active;
}

function valueOr<T>(value: T | undefined, otherwise: T): T {
  return value === undefined ? otherwise : value;
}

/** Keeps the order and the spelling if the groups are the same. */
function mergeGroups(known: readonly string[], groups: readonly string[] | undefined): readonly string[] {
  if (groups === undefined) return known;
  const spelt = new Map(known.map((name) => [nameKeyOf(name), name]));
  const wanted = new Map(groups.map((name) => [nameKeyOf(name), spelt.get(nameKeyOf(name)) ?? name]));
  const isEqual = wanted.size === known.length && known.every((name) => wanted.has(nameKeyOf(name)));
  return isEqual ? known : [...wanted.values()];
}
