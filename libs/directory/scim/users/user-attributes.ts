import { ids } from '#platform/database';
import type { FilterAttributes } from '../filter/scim-filter.js';
import { ENTERPRISE_SCHEMA } from '../scim-schemas.js';

const SAID = (column: string): string =>
  `(select ${column} from scim_user where scim_user.tenant_id = worker.tenant_id and scim_user.worker_id = worker.id)`;

/** As `unprovisioned` tells of a worker of whom nothing is said. */
const USER_NAME = `coalesce(${SAID('user_name')}, worker.email, worker.external_worker_id, worker.learner_id)`;

const EXTERNAL_ID = `case when exists ${SAID('1')} then ${SAID('external_id')} else worker.external_worker_id end`;

/** What users are filtered by, in a statement with `worker` in its FROM. */
export function userAttributes(tenantId: string): FilterAttributes {
  return {
    id: {
      sql: 'worker.id::text',
      kind: 'exact',
      equals: (value) => ({ sql: 'worker.id = ?::uuid', values: [ids.parse('wrk', value)] }),
    },
    username: {
      sql: USER_NAME,
      kind: 'text',
      equals: (value) => ({
        sql: NAMED,
        values: [tenantId, value.toLowerCase(), tenantId, value.toLowerCase(), tenantId, value, tenantId, value],
      }),
    },
    externalid: {
      sql: EXTERNAL_ID,
      kind: 'exact',
      equals: (value) => ({ sql: OF_EXTERNAL_ID, values: [tenantId, value, tenantId, value] }),
    },
    displayname: { sql: 'worker.name', kind: 'text' },
    'name.formatted': { sql: 'worker.name', kind: 'text' },
    title: { sql: 'worker.role', kind: 'text' },
    active: { sql: 'worker.active', kind: 'boolean' },
    emails: EMAIL,
    'emails.value': EMAIL,
    // The one address is that for work.
    'emails.type': { sql: "case when worker.email is not null then 'work' end", kind: 'text' },
    'emails.primary': { sql: '(worker.email is not null)', kind: 'boolean' },
    'meta.created': { sql: 'worker.created_at', kind: 'time' },
    'meta.lastmodified': { sql: 'worker.updated_at', kind: 'time' },
    [`${ENTERPRISE_SCHEMA}:employeeNumber`.toLowerCase()]: {
      sql: 'worker.external_worker_id',
      kind: 'text',
      equals: (value) => ({ sql: 'worker.external_worker_id = ?', values: [value] }),
    },
  };
}

const EMAIL = {
  sql: 'worker.email',
  kind: 'text',
  equals: (value: string) => ({ sql: 'worker.email = ?', values: [value.toLowerCase()] }),
} as const;

const NOT_SAID =
  'not exists (select from scim_user where scim_user.tenant_id = named.tenant_id and scim_user.worker_id = named.id)';

/** Each name in its own index. */
const NAMED = `worker.id in (
  select worker_id from scim_user where tenant_id = ? and user_name_key = ?
  union all select id from worker named where tenant_id = ? and email = ? and ${NOT_SAID}
  union all select id from worker named where tenant_id = ? and external_worker_id = ? and email is null and ${NOT_SAID}
  union all select id from worker named where tenant_id = ? and learner_id = ? and email is null and external_worker_id is null and ${NOT_SAID}
)`;

const OF_EXTERNAL_ID = `worker.id in (
  select worker_id from scim_user where tenant_id = ? and external_id = ?
  union all select id from worker named where tenant_id = ? and external_worker_id = ? and ${NOT_SAID}
)`;
