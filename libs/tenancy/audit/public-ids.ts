import { type IdPrefix, ids } from '#platform/database';
import { PREFIXES_BY_KIND } from './audit-subject.js';

/**
 * Prefixes of the public ids in fields that do not have the name of a kind: the workers who joined and left a group.
 */
const PREFIXES_BY_FIELD: ReadonlyMap<string, IdPrefix> = new Map([
  ['added', 'wrk'],
  ['removed', 'wrk'],
]);

/**
 * The details of an audit entry with public ids. Replaces the UUIDs of fields such as `courseId` and `workerIds`, and
 * the `id` of an object with a `kind`, such as the target of an offer.
 */
export function withPublicIds<Details extends object>(details: Details | null): Details | null {
  return details === null ? null : (shown(details, undefined) as Details);
}

function shown(value: unknown, prefix: IdPrefix | undefined): unknown {
  if (typeof value === 'string') return prefix !== undefined && ids.isUuid(value) ? ids.show(prefix, value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => shown(item, prefix));
  if (typeof value !== 'object' || value === null) return value;
  const kind = 'kind' in value ? value.kind : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, shown(item, prefixOf(name, kind) ?? prefix)]),
  );
}

function prefixOf(name: string, kind: unknown): IdPrefix | undefined {
  if (name === 'ids' || name === 'id')
    return typeof kind === 'string' ? PREFIXES_BY_KIND.get(kind.replace(/s$/, '')) : undefined;
  return PREFIXES_BY_FIELD.get(name) ?? PREFIXES_BY_KIND.get(name.replace(/Ids?$/, ''));
}
