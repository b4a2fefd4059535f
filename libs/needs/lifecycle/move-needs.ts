import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { type DateText, dateColumns } from '#platform/text';
import { startOf } from '#tenancy';
import { lockGaps, regroup } from '../gaps/regroup.js';
import { CLOSED_STATUSES, type NeedStatus } from '../need.js';
import { type NeedEvent, TRANSITIONS } from './need.transitions.js';

/** A transition of needs: the event, its actor, and the reason. The audit entry contains all of it. */
export interface Move {
  readonly actor: string;
  readonly event: NeedEvent;
  /** The reason as a code: `not_training`, `left`. */
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /**
   * `snooze`: when the need wakes. `dismiss`: until when its dedupe key opens no new need; default: forever. A day
   * means its beginning: the caller keeps the time zone (`lockTimeZoneShared`).
   */
  readonly until?: DateText | undefined;
  /** What else the audit entry of a need contains, by the need's UUID. */
  readonly details?: ReadonlyMap<string, object> | undefined;
}

/** A need that changed its status. */
export interface MovedNeed {
  readonly id: string;
  readonly from: NeedStatus;
  readonly to: NeedStatus;
  readonly version: number;
}

/** A need in a status in which the event is illegal, or whose condition has recurred as another need. */
export interface RefusedNeed {
  readonly id: string;
  readonly status: NeedStatus;
  readonly recurredAs: string | null;
}

interface MoveRow {
  readonly id: string;
  readonly from: NeedStatus;
  readonly to: NeedStatus | null;
  readonly version: number | null;
  readonly recurred_as: string | null;
}

/**
 * Applies one event to a set of needs and writes an audit entry for each, in one statement. Needs in which the event
 * is illegal stay unchanged and are returned as refused; unknown ids are in neither list. A need that becomes open
 * becomes unresolved: the caller has to wake the tenant, and to publish the changed needs ({@link NeedChanges}).
 * @param needIds UUIDs
 */
export async function moveNeeds(
  tx: TenantTransaction,
  needIds: readonly string[],
  move: Move,
): Promise<{ moved: MovedNeed[]; refused: RefusedNeed[] }> {
  const gaps = CHANGES_GAPS.has(move.event) ? await lockGaps(tx, needIds) : [];
  const rows = await tx.execute<MoveRow[]>(moveStatement(tx.tenantId, needIds, move));
  await regroup(tx, gaps);
  const moved: MovedNeed[] = [];
  const refused: RefusedNeed[] = [];
  for (const { id, from, to, version, recurred_as: recurredAs } of rows) {
    if (to !== null && version !== null) moved.push({ id, from, to, version });
    else refused.push({ id, status: from, recurredAs });
  }
  return { moved, refused };
}

/** As {@link moveNeeds}, where it does not matter which needs are refused. @returns the ids of the moved ones */
export async function movedIds(tx: TenantTransaction, needIds: readonly string[], move: Move): Promise<string[]> {
  if (needIds.length === 0) return [];
  const { moved } = await moveNeeds(tx, needIds, move);
  return moved.map(({ id }) => id);
}

const CLOSED = sqlArray(CLOSED_STATUSES);

/** Events after which a need is closed or no longer closed: another need may lead its gap then. */
const CHANGES_GAPS: ReadonlySet<NeedEvent> = new Set<NeedEvent>(['complete', 'dismiss', 'resolve', 'reopen']);

/** Decisions about a recommendation: their audit entry includes the recommendation and its evidence. */
const DECISIONS_ON_RECOMMENDATION: ReadonlySet<NeedEvent> = new Set<NeedEvent>(['offer', 'author']);

/**
 * Locks the needs in the order in which recording locks them. A closed need is reopened only if no later one holds
 * its key; of several closed ones of a key in the set, only the latest.
 */
function moveStatement(
  tenantId: string,
  needIds: readonly string[],
  { actor, event, reason, note, until, details = new Map() }: Move,
): SqlFragment {
  const { steps, auditVerb } = TRANSITIONS[event];
  const untilTime = startOf(tenantId, until ?? null);
  const why = JSON.stringify({ reason, note, until });
  const given = JSON.stringify([...details].map(([id, detail]) => ({ id, detail })));
  return sql`
  with step as (
    select * from unnest(${sqlArray(Object.keys(steps))}::text[],
        ${sqlArray(Object.values(steps))}::text[]) as step (origin, target)
  ), locked as materialized (
    select tenant_id, id, status, closed_at, dedupe_key, recommendation, course_id, score, evidence from need
    where tenant_id = ${tenantId} and id = any (${sqlArray(needIds)}::uuid[]) order by dedupe_key collate "C", id
    for update
  ), placed as materialized (
    select locked.*, step.target, target = any (${CLOSED}::text[]) as closes,
      case when locked.closed_at is not null then coalesce(
        (select later.id from need as later
         where later.tenant_id = locked.tenant_id and later.dedupe_key = locked.dedupe_key and later.id <> locked.id
           and (later.closed_at is null or later.quiet_until is not null)),
        nullif(first_value(locked.id) over (partition by locked.dedupe_key order by locked.id desc), locked.id)
      ) end as recurred_as
    from locked left join step on step.origin = locked.status
  ), moved as (
    update need set
      status = placed.target,
      closed_at = case when closes then now() end,
      follows = case when not closes then follows end,
      -- Reopened, it is a need of its own: later signals may repeat what completes it then.
      answered_as = case when closes then answered_as end,
      lead_severity = case when not closes then lead_severity end,
      quiet_until = case when target = 'dismissed' then coalesce(${untilTime}, 'infinity') end,
      snoozed_until = case when target = 'snoozed' then ${untilTime} end,
      until_on = ${dateColumns(until ?? null).day}::date,
      snoozed_severity = case when target = 'snoozed' then severity end,
      -- Closed before it was matched: the job still finds its worker and its course, for the history.
      unresolved_since = case
        when closes and resolved_at is null then coalesce(unresolved_since, now())
        when closes then null
        when target = 'open' then least(unresolved_since, now())
        else unresolved_since
      end,
      version = version + 1
    from placed
    where need.tenant_id = placed.tenant_id and need.id = placed.id and target is not null and recurred_as is null
    returning need.id, need.version
  ), audited as (
    insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
    select tenant_id, uuid_next(), ${actor}, 'need.' || ${auditVerb}, 'need', id::text,
      jsonb_build_object('status', placed.status) || case when ${DECISIONS_ON_RECOMMENDATION.has(event)} then
        jsonb_build_object('recommendation', jsonb_build_object(
          'kind', recommendation,
          'title', (
            select title from course where course.tenant_id = placed.tenant_id and course.id = placed.course_id
          ),
          'score', round(score::numeric, 3),
          'evidence', coalesce(evidence, '[]')
        )) else '{}' end,
      jsonb_build_object('status', target) || ${why}::jsonb || coalesce(given.detail, '{}')
    from placed join moved using (id)
    left join jsonb_to_recordset(${given}::jsonb) as given (id uuid, detail jsonb) using (id)
  )
  select placed.id, placed.status as "from", case when moved.id is not null then target end as "to", moved.version,
    recurred_as
  from placed left join moved using (id)`;
}
