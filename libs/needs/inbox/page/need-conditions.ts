import { siteKey } from '#directory';
import { ids, sqlArray } from '#platform/database';
import type { NeedsQuery } from '../needs.query.js';
import { wordsOf } from '../words.js';
import { type Condition, anyOf, joined } from './condition.js';

/** The filters of the inbox, by name; the severity is part of its order. */
export type NeedFilters = Omit<NeedsQuery, 'severity' | 'sort' | 'cursor' | 'limit'>;
export type FilterName = keyof NeedFilters;

/**
 * What each given filter demands of a need, whatever index finds it.
 * @param tenantId for what is looked up besides the need
 */
export function conditionsOf(
  tenantId: string,
  { status, recommendation, type, topic, site, worker, q }: NeedFilters,
): ReadonlyMap<FilterName, Condition> {
  const conditions = new Map<FilterName, Condition>();
  if (status) conditions.set('status', { sql: 'need.status = any (?::text[])', values: [sqlArray(status)] });
  if (recommendation)
    conditions.set('recommendation', {
      sql: 'need.recommendation = any (?::text[])',
      values: [sqlArray(recommendation)],
    });
  if (type !== undefined) conditions.set('type', { sql: 'need.type = ?', values: [type] });
  if (topic !== undefined) conditions.set('topic', { sql: 'need.topic = ?', values: [topic] });
  if (site !== undefined) conditions.set('site', anyOf(atSite(tenantId, site)));
  if (worker !== undefined) conditions.set('worker', ofWorker(namedWorker(tenantId, worker)));
  if (q !== undefined) conditions.set('q', saying(q));
  return conditions;
}

/** At the site that the signal named, or the one where the worker is. */
export function atSite(tenantId: string, name: string): [named: Condition, ofWorker: Condition] {
  const key = siteKey(name);
  return [
    { sql: 'need.site_key = ?', values: [key] },
    {
      sql: 'need.worker_site_id = (select id from site where tenant_id = ? and name_key = ?)',
      values: [tenantId, key],
    },
  ];
}

/** A worker by id or any of its keys. */
export interface NamedWorker {
  /** A query for the id, of no or more than one row where the text is a key. */
  readonly ids: Condition;
  /** What holds of a need whose worker is not in the directory, by the key that the signal named. */
  readonly unknown: readonly Condition[];
}

export function namedWorker(tenantId: string, worker: string): NamedWorker {
  const id = ids.parse('wrk', worker);
  if (id !== null) return { ids: { sql: 'select ?::uuid', values: [id] }, unknown: [] };
  const keys = [
    ['external_worker_id', worker],
    ['email', worker.toLowerCase()],
    ['learner_id', worker],
  ] as const;
  return {
    ids: joined(
      keys.map(([column, key]) => ({
        sql: `select id from worker where tenant_id = ? and ${column} = ?`,
        values: [tenantId, key],
      })),
      ' union ',
    ),
    unknown: keys.map(([column, key]) => ({ sql: `(need.worker_id is null and need.${column} = ?)`, values: [key] })),
  };
}

function ofWorker({ ids: known, unknown }: NamedWorker): Condition {
  return anyOf([{ sql: `need.worker_id = any (array(${known.sql}))`, values: known.values }, ...unknown]);
}

/**
 * Each word of the text begins a word of the topic, the type, the site or the worker's name; a text without words says
 * nothing of any need.
 */
function saying(text: string): Condition {
  const words = wordsOf(text);
  if (words.length === 0) return { sql: text === '' ? 'true' : 'false', values: [] };
  return joined(
    words.map((word) => ({ sql: SAYS, values: Array<string>(4).fill(`(^|[^[:alnum:]])${word}`) })),
    ' and ',
  );
}

const SAYS = `(need.topic ~* ? or need.type ~* ? or need.site ~* ?
  or exists (select from worker where worker.tenant_id = need.tenant_id and worker.id = need.worker_id and worker.name ~* ?))`;
