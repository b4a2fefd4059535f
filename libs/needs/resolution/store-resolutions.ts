import type { Transaction } from '#platform/database';
import type { NeedResolution } from './resolve-need.js';

/**
 * Writes a set of resolutions in one statement, then whom they reach. A need that a signal changed since it was read stays
 * unresolved for the next round; one that a person has decided keeps its recommendation.
 */
export async function storeResolutions(tx: Transaction, tenantId: string, resolutions: readonly NeedResolution[]): Promise<number> {
  const stored = await tx.execute<Array<{ id: string }>>(STORE, [JSON.stringify(resolutions), tenantId]);
  const ids = JSON.stringify(stored.map(({ id }) => id));
  await tx.execute(FAN_OUT, [ids, tenantId]);
  return stored.length;
}

const STORE = `
  update need set
    worker_id = result."workerId",
    recommendation = case when need.status = 'open' then result.recommendation else need.recommendation end,
    course_id = case when need.status = 'open' then result."courseId" else need.course_id end,
    score = case when need.status = 'open' then result.score else need.score end,
    evidence = case when need.status = 'open' then result.evidence else need.evidence end,
    unresolved_since = null, resolved_at = now(), resolution_attempts = 0, resolution_error = null
  from jsonb_to_recordset(?::jsonb) as result (id uuid, "workerId" uuid, topic text, category text, severity smallint,
    recommendation text, "courseId" uuid, score real, evidence jsonb)
  where need.tenant_id = ? and need.id = result.id and need.unresolved_since is not null
    and need.severity = result.severity
    and (need.topic, need.category) is not distinct from (result.topic, result.category)
  returning need.id`;

/** The people of each need, anew: its worker, or the active workers of its site; those who left the site are taken out. */
const FAN_OUT = `
  with resolved as (
    select need.tenant_id, need.id, need.audience_kind, need.worker_id, need.site_key
    from jsonb_array_elements_text(?::jsonb) as given (id) join need on need.tenant_id = ? and need.id = given.id::uuid
  ), reached as (
    select tenant_id, id as need_id, worker_id from resolved where worker_id is not null
    union all
    select resolved.tenant_id, resolved.id, worker.id from resolved
      join site on site.tenant_id = resolved.tenant_id and site.name_key = resolved.site_key
      join worker on worker.tenant_id = site.tenant_id and worker.site_id = site.id and worker.active
    where resolved.audience_kind = 'cohort'
  ), gone as (
    delete from need_person using resolved
    where need_person.tenant_id = resolved.tenant_id and need_person.need_id = resolved.id
      and not exists (select from reached where reached.need_id = need_person.need_id and reached.worker_id = need_person.worker_id)
  ), added as (
    insert into need_person (tenant_id, need_id, worker_id) select tenant_id, need_id, worker_id from reached
    on conflict do nothing
  )
  update need set people = (select count(*) from reached where reached.need_id = need.id)
  from resolved where need.tenant_id = resolved.tenant_id and need.id = resolved.id
    and need.people is distinct from (select count(*) from reached where reached.need_id = need.id)`;
