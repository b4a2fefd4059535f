import { sql } from '@mikro-orm/postgresql';
import type { PersonKeys } from '#directory';
import { type SqlFragment, type TenantTable, type TenantTransaction, ids, joinSql, sqlArray } from '#platform/database';

/** Records that are about one person: what is stored of them by id, and what names them by a key. */
export interface OwnRecords {
  readonly workerId: string;
  readonly needIds: readonly string[];
  /** Ids of all records about the person, in the form in which the audit log and stored events contain them. */
  readonly subjectIds: readonly string[];
  /** All names and keys that the person ever had. */
  readonly keys: PersonKeys;
  /** Without the keys that another worker has now: what they name is about that worker. */
  readonly ownKeys: PersonKeys;
}

/** Finds the records about a person, and the names and keys that the person had earlier, in the audit log. */
export async function findOwnRecords(tx: TenantTransaction, workerId: string, last: PersonKeys): Promise<OwnRecords> {
  const earlier = await earlierKeys(tx, workerId);
  const keys: PersonKeys = {
    names: [...last.names, ...earlier.flatMap(({ name }) => name ?? [])],
    externalWorkerIds: [
      ...last.externalWorkerIds,
      ...earlier.flatMap(({ externalWorkerId }) => externalWorkerId ?? []),
    ],
    emails: [...last.emails, ...earlier.flatMap(({ email }) => email ?? [])],
    learnerIds: [...last.learnerIds, ...earlier.flatMap(({ learnerId }) => learnerId ?? [])],
  };
  const ownKeys = await withoutKeysOfOthers(tx, keys);
  const needs = await tx.execute<Array<{ id: string }>>(sql`
    select id from need where tenant_id = ${tx.tenantId} and audience_kind = 'worker'
      and (worker_id = ${workerId} or ${namesPerson({ ...ownKeys, isUnlinked: true })})`);
  const others = await tx.execute<Array<{ id: string }>>(sql`
    select id from assignment where tenant_id = ${tx.tenantId} and worker_id = ${workerId}
    union all select id from waiver where tenant_id = ${tx.tenantId} and worker_id = ${workerId}`);
  const needIds = needs.map(({ id }) => id);
  return { workerId, needIds, subjectIds: [workerId, ...needIds, ...others.map(({ id }) => id)], keys, ownKeys };
}

/** The person's own row is deleted already. */
async function withoutKeysOfOthers(tx: TenantTransaction, keys: PersonKeys): Promise<PersonKeys> {
  const others = await tx.execute<Array<Omit<EarlierKeys, 'name'>>>(sql`
    select external_worker_id as "externalWorkerId", email, learner_id as "learnerId" from worker
    where tenant_id = ${tx.tenantId} and ${namesPerson(keys)}`);
  const { names, externalWorkerIds, emails, learnerIds } = keys;
  return {
    names,
    externalWorkerIds: externalWorkerIds.filter((key) => others.every((other) => other.externalWorkerId !== key)),
    emails: emails.filter((key) => others.every((other) => other.email !== key.toLowerCase())),
    learnerIds: learnerIds.filter((key) => others.every((other) => other.learnerId !== key)),
  };
}

/**
 * The condition that a row of a table is about the person. It follows from the names of the columns, so that a new
 * table with a `worker_id` is covered.
 */
export function isOwnRow({ name, columns }: TenantTable, own: OwnRecords): SqlFragment {
  const has = (column: string): boolean => columns.some((one) => one.name === column);
  if (name === 'need') return sql`id = any (${sqlArray(own.needIds)}::uuid[])`;
  const conditions = [
    ...(has('worker_id') ? [sql`worker_id = ${own.workerId}`] : []),
    ...(has('need_id') && !has('operation_id') ? [sql`need_id = any (${sqlArray(own.needIds)}::uuid[])`] : []),
    ...(has('subject_id') ? [sql`subject_id::text = any (${sqlArray(own.subjectIds)}::text[])`] : []),
    ...(has('external_worker_id') && has('email') && has('learner_id') ? [namesPerson(own.ownKeys)] : []),
    ...(name === 'audit_entry' ? [mentions(own.workerId)] : []),
    ...(name === 'signal' ? [namesPersonInEvent(own.ownKeys)] : []),
  ];
  return sql`(${joinSql([sql`false`, ...conditions.map((one) => sql`coalesce(${one}, false)`)], ' or ')})`;
}

function namesPerson(keys: PersonKeys & { readonly isUnlinked?: true }): SqlFragment {
  const { externalWorkerIds, emails, learnerIds, isUnlinked } = keys;
  const named = sql`(external_worker_id = any (${sqlArray(externalWorkerIds)}::text[])
      or lower(email) = any (${lower(emails)}::text[])
    or learner_id = any (${sqlArray(learnerIds)}::text[]))`;
  return isUnlinked === true ? sql`(worker_id is null and ${named})` : named;
}

function namesPersonInEvent({ externalWorkerIds, emails, learnerIds }: PersonKeys): SqlFragment {
  return sql`(raw -> 'data' ->> 'external_worker_id' = any (${sqlArray(externalWorkerIds)}::text[])
    or lower(raw -> 'data' ->> 'email') = any (${lower(emails)}::text[])
    or raw -> 'data' ->> 'learner_id' = any (${sqlArray(learnerIds)}::text[]))`;
}

/** Entries on credentials, waivers and links name the worker by id. */
function mentions(workerId: string): SqlFragment {
  const patterns = sqlArray([`%${workerId}%`, `%${ids.show('wrk', workerId)}%`]);
  return sql`(before::text like any (${patterns}::text[]) or after::text like any (${patterns}::text[]))`;
}

function lower(texts: readonly string[]): string {
  return sqlArray(texts.map((text) => text.toLowerCase()));
}

interface EarlierKeys {
  readonly name: string | null;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
  readonly learnerId: string | null;
}

function earlierKeys(tx: TenantTransaction, workerId: string): Promise<EarlierKeys[]> {
  return tx.execute<EarlierKeys[]>(sql`
    select distinct state ->> 'name' as name, state ->> 'externalWorkerId' as "externalWorkerId",
      state ->> 'email' as email, state ->> 'learnerId' as "learnerId"
    from audit_entry cross join lateral (values (before), (after)) as states (state)
    where tenant_id = ${tx.tenantId} and subject_id = ${workerId} and subject_kind = 'worker'
      and jsonb_typeof(state) = 'object'`);
}
