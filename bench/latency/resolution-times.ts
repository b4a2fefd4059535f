import type pg from 'pg';
import { ids } from '#platform/database';
import type { Created } from '../harness/load/drive.js';

/**
 * A need of one signal: when its sender was answered, and how much later its resolution was committed, in milliseconds.
 */
export interface ResolutionTime {
  readonly answeredAt: number;
  readonly milliseconds: number;
}

/**
 * How long after the answer each need was resolved, by PostgreSQL's timestamp of the commit, which is the sender's
 * clock on one machine. `resolved_at` does not serve: it is the time at which the transaction began. Needs that a later
 * signal or a later need of the same gap has written to are left out: their row no longer shows which transaction
 * resolved them.
 */
export async function resolutionTimes(owner: pg.Client, created: readonly Created[]): Promise<ResolutionTime[]> {
  const answeredAt = new Map(created.map((signal) => [ids.parse('sig', signal.signalId), signal.answeredAt]));
  const { rows } = await owner.query<{ id: string; committed: string }>(
    `with ranked as materialized (
       select tenant_id, id, xmin, signal_count, unresolved_since, resolved_at,
         max(resolved_at) over (partition by tenant_id, coalesce(gap_key, id::text)) as last_of_gap
       from need
     )
     select signal.id, extract(epoch from pg_xact_commit_timestamp(need.xmin)) * 1000 as committed
     from unnest($1::uuid[]) as given (id) join signal using (id)
       join ranked as need on need.tenant_id = signal.tenant_id and need.id = signal.need_id
     where need.signal_count = 1 and need.unresolved_since is null and need.resolved_at = need.last_of_gap`,
    [[...answeredAt.keys()]],
  );
  return rows.flatMap(({ id, committed }) => {
    const answered = answeredAt.get(id);
    return answered === undefined ? [] : [{ answeredAt: answered, milliseconds: Number(committed) - answered }];
  });
}

/** When the last need of all tenants but one was resolved, in milliseconds since the epoch. */
export async function lastResolvedOfOthers(owner: pg.Client, tenantId: string): Promise<number> {
  const { rows } = await owner.query<{ committed: string }>(
    'select extract(epoch from max(pg_xact_commit_timestamp(xmin))) * 1000 as committed from need where tenant_id <> $1',
    [tenantId],
  );
  return Number(rows[0]?.committed);
}
