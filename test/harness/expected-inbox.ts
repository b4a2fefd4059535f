import { ids } from '#platform/database';
import type { TestDatabase } from './database.js';

/** A need of the only tenant of a database. */
export interface StoredNeed {
  readonly id: string;
  readonly status: string;
  readonly severity: number;
  readonly type: string;
  readonly topic: string;
  readonly recommendation: string;
  readonly site_key: string | null;
  readonly external_worker_id: string | null;
  readonly worker: string | null;
  readonly worker_key: string | null;
  readonly worker_site: string | null;
}

/** What each filter selects, written a second time and without an index. */
const FILTERS: Readonly<Record<string, (need: StoredNeed, value: string) => boolean>> = {
  status: ({ status }, value) => value === 'all' || value.split(',').includes(status),
  severity: ({ severity }, value) => value.split(',').includes(String(severity)),
  recommendation: ({ recommendation }, value) => value.split(',').includes(recommendation),
  type: ({ type }, value) => type === value,
  topic: ({ topic }, value) => topic.toLowerCase() === value.toLowerCase(),
  site: ({ site_key: named, worker_site: at }, value) => [named, at].includes(value.toLowerCase()),
  worker: ({ worker, worker_key: key, external_worker_id: named }, value) => (worker === null ? named : key) === value,
  q: ({ topic, type, site_key: site, worker }, value) =>
    value
      .toLowerCase()
      .split(/[ _]/)
      .every((word) =>
        [topic, type, site, worker].some((text) =>
          text
            ?.toLowerCase()
            .split(/[ _]/)
            .some((other) => other.startsWith(word)),
        ),
      ),
};

/** All needs of a database with one tenant. */
export function storedNeeds(database: TestDatabase): Promise<StoredNeed[]> {
  return database.query<StoredNeed>(
    `select need.id, need.status, severity, type, topic, recommendation, site_key, need.external_worker_id,
      worker.name as worker, worker.external_worker_id as worker_key, name_key as worker_site
     from need left join worker on worker.tenant_id = need.tenant_id and worker.id = worker_id
     left join site on site.tenant_id = need.tenant_id and site.id = worker.site_id`,
  );
}

/** The ids of the needs that the inbox shows for a query, in its order. */
export function expectedNeeds(stored: readonly StoredNeed[], query: string): string[] {
  const {
    sort = 'severity',
    status = 'open,offered,in_progress,authoring',
    ...filters
  } = Object.fromEntries(new URLSearchParams(query));
  const found = stored.filter((need) =>
    Object.entries({ status, ...filters }).every(([name, value]) => FILTERS[name]?.(need, value)),
  );
  const byId = (one: StoredNeed, other: StoredNeed): number =>
    (one.id < other.id ? 1 : -1) * (sort === 'oldest' ? -1 : 1);
  return found
    .toSorted((one, other) => (sort === 'severity' ? other.severity - one.severity : 0) || byId(one, other))
    .map(({ id }) => ids.show('need', id));
}
