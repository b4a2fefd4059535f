import { siteKey } from '#directory';
import { ids } from '#platform/database';
import { type KeyKind, decodeCursor } from '#platform/http';
import { containing } from '#platform/text';
import type { NeedSort, NeedsQuery } from './needs.query.js';

interface Order {
  readonly by: string;
  /** The rows behind a cursor. */
  readonly after: string;
  readonly keys: readonly KeyKind[];
}

/** Each order ends in the id, so that a page begins exactly where the one before ended. */
export const ORDERS: Readonly<Record<NeedSort, Order>> = {
  severity: { by: 'need.severity desc, need.id desc', after: '(need.severity, need.id) < (?::integer, ?::uuid)', keys: ['integer', 'uuid'] },
  newest: { by: 'need.id desc', after: 'need.id < ?::uuid', keys: ['uuid'] },
  oldest: { by: 'need.id', after: 'need.id > ?::uuid', keys: ['uuid'] },
};

/** The WHERE of the inbox: SQL with positional parameters. */
export interface Filter {
  readonly sql: string;
  readonly values: unknown[];
}

export function needsFilter(tenantId: string, query: NeedsQuery): Filter {
  const conditions = ['need.tenant_id = ?'];
  const values: unknown[] = [tenantId];
  const add = (condition: string, ...parameters: unknown[]): void => {
    conditions.push(condition);
    values.push(...parameters);
  };
  if (query.status) add(`need.status in (${marks(query.status)})`, ...query.status);
  if (query.severity) add(`need.severity in (${marks(query.severity)})`, ...query.severity.map(Number));
  if (query.recommendation) add(`need.recommendation in (${marks(query.recommendation)})`, ...query.recommendation);
  if (query.type !== undefined) add('need.type = ?', query.type);
  if (query.topic !== undefined) add('need.topic = ?', query.topic);
  if (query.site !== undefined) add(AT_SITE, siteKey(query.site), siteKey(query.site));
  if (query.worker !== undefined) addWorker(query.worker, add);
  if (query.q !== undefined) add(SEARCH, ...Array<string>(4).fill(containing(query.q)));
  const order = ORDERS[query.sort];
  const after = decodeCursor(query.cursor, order.keys);
  if (after !== null) add(order.after, ...after);
  return { sql: conditions.join(' and '), values };
}

const AT_SITE = `(need.site_key = ? or exists (select from worker at_site join site on site.tenant_id = at_site.tenant_id and site.id = at_site.site_id
  where at_site.tenant_id = need.tenant_id and at_site.id = need.worker_id and site.name_key = ?))`;

const SEARCH = '(need.topic ilike ? or need.type ilike ? or need.site ilike ? or worker.name ilike ?)';

function addWorker(worker: string, add: (condition: string, ...values: unknown[]) => void): void {
  const id = ids.parse('wrk', worker);
  if (id !== null) add('need.worker_id = ?', id);
  else {
    add(
      `(worker.external_worker_id = ? or worker.email = ? or worker.learner_id = ?
        or need.external_worker_id = ? or need.email = ? or need.learner_id = ?)`,
      worker, worker.toLowerCase(), worker, worker, worker.toLowerCase(), worker,
    );
  }
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
