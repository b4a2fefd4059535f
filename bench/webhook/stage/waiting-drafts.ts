import type pg from 'pg';
import { EMPTY_CONTENT, OUTLINE_STEPS } from '#authoring';

/**
 * Inserts drafts that wait for a worker, spread over the tenants, each with its reservation in this month's allowance
 * as a request to author a course makes it.
 */
export async function insertWaitingDrafts(owner: pg.Client, drafts: number): Promise<void> {
  await owner.query(
    `with numbered as (
       select id as tenant_id, row_number() over (order by id) - 1 as number, count(*) over () as tenants from tenant
       where slug like 'bench-%'
     ), draft_of as (
       select tenant_id, uuid_next() as id, 'Waiting topic ' || position as topic
       from generate_series(0, $1::integer - 1) as position join numbered on numbered.number = position % tenants
     ), made as (
       insert into draft (tenant_id, id, status, topic, topic_key, content, written_by, started_by, started_by_kind,
           authors, month, estimated_tokens, next_attempt_at, created_at, updated_at)
       select tenant_id, id, 'queued', topic, lower(topic), $3::jsonb, 'outline', 'system:bench', 'auto', '{}',
         date_trunc('month', now() at time zone 'UTC')::date, 0, now(), now(), now()
       from draft_of returning tenant_id, id, month
     ), reserved as (
       insert into authoring_month (tenant_id, month, drafts_reserved) select tenant_id, month, count(*) from made
       group by 1, 2
     )
     insert into draft_step (tenant_id, draft_id, position, name)
     select tenant_id, id, step.position - 1, step.name from made cross join unnest($2::text[])
     with ordinality as step (name, position)`,
    [drafts, OUTLINE_STEPS, JSON.stringify(EMPTY_CONTENT)],
  );
}

/** How many drafts the workers have written. */
export async function writtenDrafts(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ written: number }>(
    `select count(*)::integer as written from draft where status not in ('queued', 'drafting')`,
  );
  return rows[0]?.written ?? 0;
}
