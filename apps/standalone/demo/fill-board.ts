import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, ids } from '#platform/database';
import { DAY_MS, nameKeyOf } from '#platform/text';
import { storeHistory } from '#readiness';
import { timeZone } from '#tenancy';
import {
  KNOWN_DAYS,
  demoCompletions,
  demoCredentials,
  demoPolicy,
  demoRequirements,
  demoSteps,
  demoWaiver,
} from './readiness.js';

/** Stores what the board of the demo tenant shows besides needs, and its history, unless it is there. */
export async function fillBoard(tx: TenantTransaction): Promise<void> {
  const [filled] = await tx.execute<object[]>(
    sql`select from readiness_policy where readiness_policy.tenant_id = ${tx.tenantId}`,
  );
  if (filled !== undefined) return;
  await decide(tx);
  await storeFacts(tx);
  const workers = await tx.execute<Array<{ id: string }>>(sql`
    update worker set created_at = created_at - make_interval(days => ${KNOWN_DAYS})
    where worker.tenant_id = ${tx.tenantId}
    returning worker.id`);
  await storeHistory(
    tx,
    workers.map(({ id }) => id),
    Date.now() - KNOWN_DAYS * DAY_MS,
  );
}

async function decide(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`update tenant set time_zone = ${demoPolicy.timeZone} where id = ${tx.tenantId}`);
  await tx.execute(sql`
    insert into readiness_policy (tenant_id, expiring_within_days)
    select ${tx.tenantId}::uuid, ${demoPolicy.expiringWithinDays}::integer`);
  const requirements = demoRequirements.map((requirement) => ({
    ...requirement,
    id: ids.next(),
    nameKey: requirement.name === null ? null : nameKeyOf(requirement.name),
    credentialKey: requirement.credential === undefined ? null : nameKeyOf(requirement.credential),
  }));
  await tx.execute(sql`
    insert into requirement (tenant_id, id, audience_kind, audience_id, role, role_key, credential, credential_key,
      course_id, severity, valid_days, grace_days, from_day)
    select ${tx.tenantId}::uuid, given.id, audience,
      case audience when 'site' then (select id from site where tenant_id = ${tx.tenantId} and name_key = "nameKey")
        when 'group' then (select id from worker_group where tenant_id = ${tx.tenantId} and name_key = "nameKey") end,
      case audience when 'role' then name end, case audience when 'role' then "nameKey" end, credential,
      "credentialKey", course.id, severity, "validDays", coalesce("graceDays", 0), ${dayOf(tx, sql`"from"`)}
    from jsonb_to_recordset(${JSON.stringify(requirements)}::jsonb) as given (id uuid, audience text, name text,
        "nameKey" text, credential text, "credentialKey" text, course text, severity smallint, "validDays" integer,
        "graceDays" integer, "from" integer)
      left join course on course.tenant_id = ${tx.tenantId} and course.title = given.course`);
}

async function storeFacts(tx: TenantTransaction): Promise<void> {
  const credentials = demoCredentials.map((credential) => ({
    ...credential,
    id: ids.next(),
    key: nameKeyOf(credential.name),
  }));
  await tx.execute(sql`
    insert into credential (tenant_id, id, worker_id, name, name_key, expires_on, expires_at)
    select ${tx.tenantId}::uuid, given.id, worker.id, given.name, key, ${dayOf(tx, sql`expires`)},
      end_of_day(${dayOf(tx, sql`expires`)}, ${timeZone(tx.tenantId)})
    from jsonb_to_recordset(${JSON.stringify(credentials)}::jsonb) as given (id uuid, worker text, name text, key text,
        expires integer)
      join worker on ${isWorker(tx)}`);
  const steps = demoSteps.map((step) => ({ ...step, id: ids.next(), key: nameKeyOf(step.step) }));
  await tx.execute(sql`
    insert into onboarding_step (tenant_id, id, worker_id, step, step_key, created_at, done_on, done_at)
    select ${tx.tenantId}::uuid, given.id, worker.id, step, key, ${startOf(tx, sql`created`)}, ${dayOf(tx, sql`done`)},
      ${startOf(tx, sql`done`)}
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as given (id uuid, worker text, step text, key text,
        created integer, done integer)
      join worker on ${isWorker(tx)}`);
  const completions = demoCompletions.map((completion) => ({ ...completion, id: ids.next() }));
  await tx.execute(sql`
    insert into completion (tenant_id, id, worker_id, course_id, completed_at)
    select ${tx.tenantId}::uuid, given.id, worker.id, course.id, ${startOf(tx, sql`"on"`)} + interval '14 hours'
    from jsonb_to_recordset(${JSON.stringify(completions)}::jsonb) as given (id uuid, worker text, course text,
        "on" integer)
      join worker on ${isWorker(tx)}
      join course on course.tenant_id = ${tx.tenantId} and course.title = given.course`);
  const waivers = [{ ...demoWaiver, id: ids.next(), key: nameKeyOf(demoWaiver.credential) }];
  await tx.execute(sql`
    insert into waiver (tenant_id, id, worker_id, credential, credential_key, until_on, until, note, created_by)
    select ${tx.tenantId}::uuid, given.id, worker.id, credential, key, ${dayOf(tx, sql`"until"`)},
      end_of_day(${dayOf(tx, sql`"until"`)}, ${timeZone(tx.tenantId)}), note, 'demo'
    from jsonb_to_recordset(${JSON.stringify(waivers)}::jsonb) as given (id uuid, worker text, credential text,
        key text, "until" integer, note text)
      join worker on ${isWorker(tx)}`);
}

function isWorker({ tenantId }: TenantTransaction): SqlFragment {
  return sql`worker.tenant_id = ${tenantId} and worker.external_worker_id = given.worker`;
}

/** SQL: the day that is so many days from today in the tenant's time zone. */
function dayOf({ tenantId }: TenantTransaction, days: SqlFragment): SqlFragment {
  return sql`((now() at time zone ${timeZone(tenantId)})::date + ${days})`;
}

function startOf(tx: TenantTransaction, days: SqlFragment): SqlFragment {
  return sql`start_of_day(${dayOf(tx, days)}, ${timeZone(tx.tenantId)})`;
}
