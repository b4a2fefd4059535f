import type { FieldError } from '#platform/errors';
import { siteKey } from '../names/name-key.js';

/** All that is stored of a worker, its site and groups by name. */
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

/** What is said of a worker: what is left out stays as it is, null clears it. */
export type WorkerFields = { readonly [Field in keyof Omit<WorkerRecord, 'id' | 'name'>]?: WorkerRecord[Field] } & {
  readonly name?: string;
};

/** The keys by which a worker is named, in the order in which they are tried. */
export const WORKER_KEYS = ['externalWorkerId', 'email', 'learnerId'] as const;
export type WorkerKey = (typeof WORKER_KEYS)[number];

/** A worker as it is after `fields` are written to it. A site or a group keeps the spelling that it has. */
export function mergeWorker(known: WorkerRecord | null, fields: WorkerFields, id: string): WorkerRecord {
  const { externalWorkerId, email, learnerId, name, site, role, groups, active } = fields;
  return {
    id: known?.id ?? id,
    externalWorkerId: given(externalWorkerId, known?.externalWorkerId ?? null),
    email: given(email?.toLowerCase() ?? email, known?.email ?? null),
    learnerId: given(learnerId, known?.learnerId ?? null),
    name: given(name, known?.name ?? ''),
    site: site && known?.site && siteKey(site) === siteKey(known.site) ? known.site : given(site, known?.site ?? null),
    role: given(role, known?.role ?? null),
    groups: mergeGroups(known?.groups ?? [], groups),
    active: given(active, known?.active ?? true),
  };
}

/** What keeps a worker from being stored; empty where nothing does. */
export function faultsOf(worker: WorkerRecord): FieldError[] {
  const nameless = worker.name === '' ? [{ field: 'name', message: 'is required' }] : [];
  const keyless = WORKER_KEYS.every((key) => worker[key] === null);
  return keyless
    ? [...nameless, { field: 'externalWorkerId', message: 'one of externalWorkerId, email and learnerId is required' }]
    : nameless;
}

/** The fields in which two states of a worker differ, each as it is in `of`. */
export function differences(of: WorkerRecord, other: WorkerRecord): Partial<WorkerRecord> {
  const differing = Object.entries(of).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(other, field)),
  );
  return Object.fromEntries(differing);
}

export function isSame(a: WorkerRecord, b: WorkerRecord): boolean {
  return Object.keys(differences(a, b)).length === 0;
}

/** Whether a worker was there and is not any more. */
export function hasLeft(before: WorkerRecord | null, after: WorkerRecord): boolean {
  return before?.active === true && !after.active;
}

function given<T>(value: T | undefined, otherwise: T): T {
  return value === undefined ? otherwise : value;
}

/** Where they are the same groups, in the order and the spelling that they have. */
function mergeGroups(known: readonly string[], groups: readonly string[] | undefined): readonly string[] {
  if (groups === undefined) return known;
  const spelt = new Map(known.map((name) => [siteKey(name), name]));
  const wanted = new Map(groups.map((name) => [siteKey(name), spelt.get(siteKey(name)) ?? name]));
  const isEqual = wanted.size === known.length && known.every((name) => wanted.has(siteKey(name)));
  return isEqual ? known : [...wanted.values()];
}
