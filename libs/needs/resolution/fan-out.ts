import { sql } from '@mikro-orm/postgresql';
import { type OfTenant, type Transaction, byKey, inTenantsOf } from '#platform/database';
import type { NeedOfTenant } from '../gaps/regroup.js';
import { ANSWERED_BY, type Comers, IS_ANSWER, mayAnswerByTopic } from './answers-on-arrival.js';

/**
 * People with credentials, dismissed needs or earlier completions who come to sites of offered needs, as many as are
 * looked at in one set.
 */
const MAX_HOLDERS = 20_000;

/** A need whose people may have changed. */
interface NeedToFanOut extends NeedOfTenant {
  /** It was resolved before: some of its people may have left after an answer. */
  readonly wasResolved: boolean;
  /** It is of a site. */
  readonly isCohort: boolean;
}

export interface WorkerOfTenant extends OfTenant {
  readonly workerId: string;
}

/**
 * Somebody whom a need no longer reaches, who has answered it, or who may be already valid for its offer, or exempt.
 */
export interface ChangedPerson extends WorkerOfTenant, NeedOfTenant {
  readonly isReached: boolean;
  readonly isAnswered: boolean;
  readonly comers: null;
}

/** People who have come to the site of a need, and have completed topics, one of which may be that of the need. */
interface ChangedPeople extends NeedOfTenant {
  readonly comers: Omit<Comers, keyof NeedOfTenant>;
}

/**
 * Updates the people of each need: its worker, or the active workers of its site. Removes those who are neither any
 * more. Who comes to the site of an earlier need may have answered it (`answers-on-arrival.ts`).
 * @returns who was removed, who has answered, by need those who have completed topics and come to the site of one that
 * is not offered, and who comes to the site of an offered one and holds a credential, has a dismissed need or, if it is
 * about something that expires, has completed the course before
 */
export function fanOut(tx: Transaction, needs: readonly NeedToFanOut[]): Promise<Array<ChangedPerson | ChangedPeople>> {
  const earlier = needs.filter(({ wasResolved, isCohort }) => wasResolved && isCohort);
  return tx.execute<Array<ChangedPerson | ChangedPeople>>(sql`
  with resolved as materialized (
    select tenant_id, id, audience_kind, worker_id, site_key from need where ${inTenantsOf(sql`need`, needs)}
  ), earlier as materialized (
    select tenant_id, id, status, ${ANSWERED_BY} from need where ${inTenantsOf(sql`need`, earlier)}
  ), cohorts as materialized (
    select resolved.tenant_id, resolved.id as need_id, site.id as site_id
    from resolved join site on site.tenant_id = resolved.tenant_id and site.name_key = resolved.site_key
    where audience_kind = 'cohort'
  ), reached as materialized (
    select tenant_id, id as need_id, worker_id from resolved where worker_id is not null
    union all
    select cohorts.tenant_id, need_id, worker.id from cohorts
      join worker on worker.tenant_id = cohorts.tenant_id and worker.site_id = cohorts.site_id and worker.active
  ), present as materialized (
    -- By an index for each need: without statistics, PostgreSQL would read the people of all needs.
    select person.tenant_id, person.need_id, person.worker_id from resolved cross join lateral (
      select tenant_id, need_id, worker_id from need_person where need_person.tenant_id = resolved.tenant_id
        and need_person.need_id = resolved.id offset 0
    ) as person
  ), unreached as materialized (
    select tenant_id, need_id, worker_id from present except select tenant_id, need_id, worker_id from reached
  ), gone as (
    delete from need_person using unreached
    where need_person.tenant_id = unreached.tenant_id and need_person.need_id = unreached.need_id
      and need_person.worker_id = unreached.worker_id
    returning need_person.tenant_id, need_person.need_id, need_person.worker_id
  ), added as (
    insert into need_person (tenant_id, need_id, worker_id, answered_at)
    select come.tenant_id, come.need_id, come.worker_id, case when earlier.id is not null then (
      select max(completed_at) from completion
      where completion.tenant_id = come.tenant_id and completion.worker_id = come.worker_id
        and ${IS_ANSWER}
    ) end
    from (
      select tenant_id, need_id, worker_id from reached except select tenant_id, need_id, worker_id from present
    ) as come left join earlier on earlier.tenant_id = come.tenant_id and earlier.id = come.need_id
    on conflict do nothing
    returning tenant_id, need_id, worker_id, answered_at
  ), counted as (
    select resolved.tenant_id, resolved.id, count(reached.worker_id)::integer as people
    from resolved left join reached on reached.tenant_id = resolved.tenant_id and reached.need_id = resolved.id
    where audience_kind = 'cohort' group by resolved.tenant_id, resolved.id
  ), recounted as (
    update need set people = counted.people from counted
    where ${inTenantsOf(sql`need`, needs)} and need.tenant_id = counted.tenant_id and need.id = counted.id
      and need.people <> counted.people
  ), unanswered as materialized (
    select added.tenant_id, need_id, worker_id, status, offered_course_id, topic, is_renewal, answered_since
    from added join earlier on earlier.tenant_id = added.tenant_id and earlier.id = added.need_id
    where answered_at is null
  )
  select tenant_id as "tenantId", need_id as id, worker_id as "workerId", false as "isReached", false as "isAnswered",
    null::json as comers
  from gone
  union all
  select tenant_id, need_id, worker_id, true, true, null from added where answered_at is not null
  union all
  (select unanswered.tenant_id, need_id, null, true, false, json_build_object('needTopic', unanswered.topic,
      'answeredSince', answered_since, 'topics', array_agg(distinct completion.topic),
      'workerIds', array_agg(distinct unanswered.worker_id))
    from unanswered
      cross join lateral ${byKey(
        'completion',
        sql`tenant_id = unanswered.tenant_id and worker_id = unanswered.worker_id`,
      )}
    where ${mayAnswerByTopic(sql`unanswered`)}
    group by unanswered.tenant_id, need_id, unanswered.topic, answered_since)
  union all
  (select tenant_id, need_id, worker_id, true, false, null from unanswered
    -- Each person is looked up: EXISTS may become a join that reads all credentials.
    where status in ('offered', 'in_progress') and coalesce((
      select true from credential where credential.tenant_id = unanswered.tenant_id
        and credential.worker_id = unanswered.worker_id and superseded_at is null limit 1), (
      select true from need as dismissed where dismissed.tenant_id = unanswered.tenant_id
        and dismissed.worker_id = unanswered.worker_id and dismissed.status = 'dismissed' limit 1), (
      select is_renewal from completion where completion.tenant_id = unanswered.tenant_id
        and completion.worker_id = unanswered.worker_id and completion.course_id = offered_course_id limit 1), false)
    limit ${MAX_HOLDERS})`);
}
