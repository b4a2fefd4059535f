import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, ids } from '#platform/database';
import type { FilterAttributes } from '../filter/scim-filter.js';
import { ENTERPRISE_SCHEMA } from '../scim-schemas.js';

/** A column of the user as last sent by the provider. */
const sentColumn = (column: SqlFragment): SqlFragment =>
  sql`(select ${column} from scim_user where scim_user.tenant_id = worker.tenant_id
      and scim_user.worker_id = worker.id)`;

/** Without data from the provider: the same as in `userOfWorker`. */
const USER_NAME = sql`coalesce(${sentColumn(sql`user_name`)}, worker.email, worker.external_worker_id,
    worker.learner_id)`;

const EXTERNAL_ID = sql`case when exists ${sentColumn(sql`1`)} then ${sentColumn(sql`external_id`)}
  else worker.external_worker_id end`;

/** The attributes for filters of users, in a statement with `worker` in its FROM clause. */
export function userAttributes(tenantId: string): FilterAttributes {
  return {
    id: {
      expression: sql`worker.id::text`,
      kind: 'id',
      equals: (value) => sql`worker.id = ${ids.parse('wrk', value)}::uuid`,
    },
    username: { expression: USER_NAME, kind: 'text', equals: (value) => hasUserName(tenantId, value) },
    externalid: { expression: EXTERNAL_ID, kind: 'exact', equals: (value) => hasExternalId(tenantId, value) },
    displayname: { expression: sql`worker.name`, kind: 'text' },
    'name.formatted': { expression: sql`worker.name`, kind: 'text' },
    title: { expression: sql`worker.role`, kind: 'text' },
    active: { expression: sql`worker.active`, kind: 'boolean' },
    emails: EMAIL,
    'emails.value': EMAIL,
    // A worker has one address, which is shown with the type `work`.
    'emails.type': { expression: sql`case when worker.email is not null then 'work' end`, kind: 'text' },
    'emails.primary': { expression: sql`(worker.email is not null)`, kind: 'boolean' },
    'meta.resourcetype': { expression: sql`'User'::text`, kind: 'exact' },
    'meta.created': { expression: sql`worker.created_at`, kind: 'time' },
    'meta.lastmodified': { expression: sql`worker.updated_at`, kind: 'time' },
    [`${ENTERPRISE_SCHEMA}:employeeNumber`.toLowerCase()]: {
      expression: sql`worker.external_worker_id`,
      kind: 'text',
      equals: (value) => sql`worker.external_worker_id = ${value}`,
    },
  };
}

const EMAIL = {
  expression: sql`worker.email`,
  kind: 'text',
  equals: (value: string) => sql`worker.email = ${value.toLowerCase()}`,
} as const;

const NOT_SENT = sql`not exists (select from scim_user where scim_user.tenant_id = named.tenant_id
    and scim_user.worker_id = named.id)`;

/** Looks up each of the columns that may hold the name in its own index. */
function hasUserName(tenantId: string, userName: string): SqlFragment {
  const lowerCase = userName.toLowerCase();
  return sql`worker.id = any (array(
    select worker_id from scim_user where tenant_id = ${tenantId} and user_name_key = ${lowerCase}
    union all select id from worker named where tenant_id = ${tenantId} and email = ${lowerCase} and ${NOT_SENT}
    union all select id from worker named where tenant_id = ${tenantId} and external_worker_id = ${userName}
      and email is null and ${NOT_SENT}
    union all select id from worker named where tenant_id = ${tenantId} and learner_id = ${userName} and email is null
      and external_worker_id is null and ${NOT_SENT}
  ))`;
}

function hasExternalId(tenantId: string, externalId: string): SqlFragment {
  return sql`worker.id = any (array(
    select worker_id from scim_user where tenant_id = ${tenantId} and external_id = ${externalId}
    union all select id from worker named where tenant_id = ${tenantId} and external_worker_id = ${externalId}
      and ${NOT_SENT}
  ))`;
}
