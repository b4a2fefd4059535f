import { type Transaction, ids, isoTime, sqlArray } from '#platform/database';
import type { FilterAttributes } from '../filter/scim-filter.js';
import type { ScimCall } from '../scim-call.js';
import { Schemas } from '../scim-schemas.js';
import { NOT_DELETED } from '../users/scim-user-rows.js';

interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly externalId: string | null;
}

interface MemberRow {
  readonly groupId: string;
  readonly workerId: string;
  readonly name: string;
}

const EXTERNAL_ID = '(select external_id from scim_group where scim_group.tenant_id = worker_group.tenant_id and scim_group.group_id = worker_group.id)';

const SELECT = `select worker_group.id, worker_group.name, worker_group.created_at as "createdAt", ${EXTERNAL_ID} as "externalId" from worker_group`;

const MEMBERS = `
  select member.group_id as "groupId", member.worker_id as "workerId", worker.name
  from worker_group_member member, lateral (
    select id, name from worker where worker.tenant_id = member.tenant_id and worker.id = member.worker_id offset 0
  ) as worker
  where member.tenant_id = ? and member.group_id = any (?::uuid[]) and ${NOT_DELETED} order by member.group_id, member.worker_id`;

/** These groups as they are shown, in the order of their ids; their members only where the answer has them. */
export async function readGroups(tx: Transaction, tenantId: string, groupIds: readonly string[], call: ScimCall): Promise<object[]> {
  const wanted = sqlArray(groupIds);
  const rows = await tx.execute<GroupRow[]>(`${SELECT} where worker_group.tenant_id = ? and worker_group.id = any (?::uuid[]) order by worker_group.id`, [tenantId, wanted]);
  const members = wantsMembers(call) ? Map.groupBy(await tx.execute<MemberRow[]>(MEMBERS, [tenantId, wanted, tenantId]), ({ groupId }) => groupId) : null;
  return rows.map((row) => ({ ...shown(row, call), ...(members === null ? {} : { members: (members.get(row.id) ?? []).map((member) => memberView(member, call)) }) }));
}

function shown({ id, name, createdAt, externalId }: GroupRow, { base, attributes }: ScimCall): object {
  const group = { id: ids.show('grp', id), displayName: name, externalId: externalId ?? undefined, meta: { created: isoTime(createdAt) } };
  return { ...new Schemas.Group(group, 'out', `${base}/Groups`, attributes) };
}

function memberView({ workerId, name }: MemberRow, { base }: ScimCall): object {
  const value = ids.show('wrk', workerId);
  return { value, display: name, type: 'User', $ref: `${base}/Users/${value}` };
}

/** They are many: whoever looks for groups alone leaves them out. The library's filter names each attribute: to be there, or not. */
function wantsMembers({ attributes }: ScimCall): boolean {
  const [named] = (attributes ?? []) as ReadonlyArray<Readonly<Record<string, unknown>>>;
  if (named === undefined) return true;
  const isExcluding = JSON.stringify(named).includes('"np"');
  return isExcluding !== 'members' in named;
}

/** What groups are filtered by, in a statement with `worker_group` in its FROM. */
export function groupAttributes(tenantId: string): FilterAttributes {
  const member = {
    sql: '(select null::text)', kind: 'exact',
    equals: (value: string) => ({ sql: 'worker_group.id in (select group_id from worker_group_member where tenant_id = ? and worker_id = ?::uuid)', values: [tenantId, ids.parse('wrk', value)] }),
  } as const;
  return {
    id: { sql: 'worker_group.id::text', kind: 'exact', equals: (value) => ({ sql: 'worker_group.id = ?::uuid', values: [ids.parse('grp', value)] }) },
    displayname: { sql: 'worker_group.name', kind: 'text' },
    externalid: {
      sql: EXTERNAL_ID, kind: 'exact',
      equals: (value) => ({ sql: 'worker_group.id in (select group_id from scim_group where tenant_id = ? and external_id = ?)', values: [tenantId, value] }),
    },
    members: member,
    'members.value': member,
    'meta.created': { sql: 'worker_group.created_at', kind: 'time' },
  };
}
