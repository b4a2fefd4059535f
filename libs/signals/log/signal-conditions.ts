import { sql } from '@mikro-orm/postgresql';
import { idsOfWorker, keysOfWorker, nameKeyOf, presentKeyOf } from '#directory';
import { type SqlFragment, joinSql } from '#platform/database';
import type { SignalsQuery } from './signal-log.dto.js';

/** Filters by what a signal is about. */
type About = Pick<SignalsQuery, 'worker' | 'dedupeKey' | 'site'>;

/**
 * Filters by worker, key and site split the log into two halves, which different indexes find. Signals of needs are
 * found by those needs, because recording would have to write an index of the log with every signal. Signals without a
 * need are fewer, and are found by their events. Without such a filter the log is not split.
 */
export function halvesOf(tenantId: string, about: About): SqlFragment[] {
  const { worker, dedupeKey, site } = about;
  if (worker === undefined && dedupeKey === undefined && site === undefined) return [sql`true`];
  const ofNeeds: SqlFragment[] = [];
  const ofEvents: SqlFragment[] = [sql`signal.need_id is null`];
  if (dedupeKey !== undefined) {
    const isOfKey = sql`signal.dedupe_key = ${dedupeKey}`;
    ofNeeds.push(sql`signal.need_id = any (array(${needsOfKey(tenantId, dedupeKey)})) and ${isOfKey}`);
    ofEvents.push(isOfKey);
  }
  if (worker !== undefined) {
    ofNeeds.push(sql`signal.need_id = any (array(${needsOfWorker(tenantId, worker)}))`);
    ofEvents.push(namesWorker(tenantId, worker));
  }
  if (site !== undefined) {
    const key = nameKeyOf(site);
    ofNeeds.push(sql`signal.need_id in (${needsOfSite(tenantId, site)})`);
    ofEvents.push(sql`lower(regexp_replace(btrim(signal.raw -> 'data' ->> 'site'), '\\s+', ' ', 'g')) = ${key}`);
  }
  return [joinSql(ofNeeds, ' and '), joinSql(ofEvents, ' and ')];
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

/** By the name, or by the present name of the site that it was called before. */
function needsOfSite(tenantId: string, site: string): SqlFragment {
  const keys = [sql`${nameKeyOf(site)}`, presentKeyOf(tenantId, site)];
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

/** The event names the worker: by the given key, or by any key that the worker has in the directory. */
function namesWorker(tenantId: string, worker: string): SqlFragment {
  const given = keysOfWorker(worker);
  const conditions = KEYS.map((field, index) => {
    const named = sql`btrim(signal.raw -> 'data' ->> ${field})`;
    const key = given[index]?.[1];
    return sql`${field === 'email' ? sql`lower(${named})` : named} in (
      select ${sql.ref(field)} from worker where worker.tenant_id = ${tenantId}
        and worker.id in (${idsOfWorker(tenantId, worker)})
      ${key === undefined ? sql`` : sql`union select ${key}`})`;
  });
  return sql`(${joinSql(conditions, ' or ')})`;
}
