import { sql } from '@mikro-orm/postgresql';
import { aliasKeysOf, idsOfWorker, keysOfWorker, presentKeyOf } from '#directory';
import { type SqlFragment, anyOf, joinSql } from '#platform/database';
import { nameKeyOf } from '#platform/text';
import type { SignalsQuery } from './signal-log.dto.js';

/** Filters by what a signal is about, and by what it did. */
type About = Pick<SignalsQuery, 'worker' | 'dedupeKey' | 'site' | 'outcome'>;

/** Some signals of the log, in an order that an index has. */
export interface LogPart {
  readonly where: SqlFragment;
  readonly order: SqlFragment;
}

const LATEST = sql`signal.id desc`;
/** Of signals without a need: PostgreSQL sees the order of `signal_by_need` only if it is asked for all of it. */
const LATEST_WITHOUT_NEED = sql`signal.need_id desc, signal.id desc`;

/**
 * Filters by worker, key and site split the log into parts, which different indexes find. Signals of needs, the first
 * part, are found by those needs, because recording would have to write an index of the log with every signal. Signals
 * without a need are fewer, and are found by their events, or by what they report as completed. Without such a filter
 * the log is not split.
 */
export function partsOf(tenantId: string, { worker, dedupeKey, site, outcome }: About): [LogPart, ...LogPart[]] {
  if (worker === undefined && dedupeKey === undefined && site === undefined)
    return [outcome === 'completion' ? withoutNeed([]) : { where: sql`true`, order: LATEST }];
  const ofNeeds: SqlFragment[] = [];
  const ofEvents: SqlFragment[] = [];
  if (dedupeKey !== undefined) {
    const isOfKey = sql`signal.dedupe_key = ${dedupeKey}`;
    ofNeeds.push(sql`signal.need_id = any (array(${needsOfKey(tenantId, dedupeKey)})) and ${isOfKey}`);
    ofEvents.push(isOfKey);
  }
  if (worker !== undefined) ofNeeds.push(sql`signal.need_id = any (array(${needsOfWorker(tenantId, worker)}))`);
  if (site !== undefined) {
    const key = nameKeyOf(site);
    ofNeeds.push(sql`signal.need_id in (${needsOfSite(tenantId, site)})`);
    ofEvents.push(sql`lower(regexp_replace(btrim(signal.raw -> 'data' ->> 'site'), '\\s+', ' ', 'g')) = ${key}`);
  }
  const needs = { where: joinSql(ofNeeds, ' and '), order: LATEST };
  if (worker === undefined) return [needs, withoutNeed(ofEvents)];
  const completions = sql`signal.id = any (array(${completionsOf(tenantId, worker)}))`;
  const others = [sql`signal.outcome = 'nothing_open'`, namesWorker(tenantId, worker)];
  return [
    needs,
    { where: joinSql([completions, ...ofEvents], ' and '), order: LATEST },
    { where: joinSql([...others, ...ofEvents], ' and '), order: LATEST },
  ];
}

function withoutNeed(conditions: readonly SqlFragment[]): LogPart {
  return { where: joinSql([sql`signal.need_id is null`, ...conditions], ' and '), order: LATEST_WITHOUT_NEED };
}

/** The halves in which the inbox's indexes have needs: resolved or closed, and neither yet. */
const SEEN = sql`(need.resolved_at is not null or need.closed_at is not null)`;
const FRESH = sql`need.resolved_at is null and need.closed_at is null`;

function needsOfKey(tenantId: string, key: string): SqlFragment {
  return joinSql(
    [sql`need.closed_at is null`, sql`need.closed_at is not null`].map(
      (half) => sql`select id from need where need.tenant_id = ${tenantId} and ${half} and need.dedupe_key = ${key}`,
    ),
    ' union all ',
  );
}

/** By the name, or by the present name or an earlier one of the site that has, or had, the name. */
function needsOfSite(tenantId: string, site: string): SqlFragment {
  const former = sql`any (array(${aliasKeysOf(tenantId, site)}))`;
  const keys = [sql`${nameKeyOf(site)}`, presentKeyOf(tenantId, site), former];
  return joinSql(
    keys.flatMap((key) =>
      [SEEN, FRESH].map(
        (half) => sql`select id from need where need.tenant_id = ${tenantId} and ${half} and need.site_key = ${key}`,
      ),
    ),
    ' union all ',
  );
}

/** The needs of a worker of the directory, and those that name a key that the directory does not know. */
function needsOfWorker(tenantId: string, worker: string): SqlFragment {
  const unknown = keysOfWorker(worker).flatMap(([column, key]) =>
    [SEEN, FRESH].map((half) => sql`${half} and need.worker_id is null and need.${column} = ${key}`),
  );
  return joinSql(
    [sql`need.worker_id = any (array(${idsOfWorker(tenantId, worker)}))`, ...unknown].map(
      (condition) => sql`select id from need where need.tenant_id = ${tenantId} and ${condition}`,
    ),
    ' union all ',
  );
}

const KEYS = ['external_worker_id', 'email', 'learner_id'];

/**
 * The columns of a worker's keys, each with a query for the given key and those that the worker has in the directory.
 */
function knownKeys(tenantId: string, worker: string): Array<readonly [column: string, keys: SqlFragment]> {
  const given = keysOfWorker(worker);
  return KEYS.map((column, index) => {
    const key = given[index]?.[1];
    return [
      column,
      sql`select ${sql.ref(column)} from worker where worker.tenant_id = ${tenantId}
        and worker.id in (${idsOfWorker(tenantId, worker)})
      ${key === undefined ? sql`` : sql`union select ${key}`}`,
    ];
  });
}

/** The event names the worker. */
function namesWorker(tenantId: string, worker: string): SqlFragment {
  const conditions = knownKeys(tenantId, worker).map(([column, keys]) => {
    const named = sql`btrim(signal.raw -> 'data' ->> ${column})`;
    return sql`${column === 'email' ? sql`lower(${named})` : named} in (${keys})`;
  });
  return anyOf(conditions);
}

/**
 * The completions that name the worker. Their rows are few and small enough to be read without an index, which would
 * double the cost of a completion.
 */
function completionsOf(tenantId: string, worker: string): SqlFragment {
  return joinSql(
    knownKeys(tenantId, worker).map(
      ([column, keys]) => sql`select id from completion_signal where completion_signal.tenant_id = ${tenantId}
        and ${sql.ref(column)} = any (array(${keys}))`,
    ),
    ' union all ',
  );
}
