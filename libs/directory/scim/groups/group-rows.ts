import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids, isoTime, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { FilterAttributes } from '../filter/scim-filter.js';
import type { ScimCall } from '../scim-call.js';
import { Schemas, ScimError } from '../scim-schemas.js';
import { notDeleted } from '../users/scim-user-rows.js';

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

const EXTERNAL_ID = sql`(select external_id from scim_group where scim_group.tenant_id = worker_group.tenant_id
    and scim_group.group_id = worker_group.id)`;

/** Without a WHERE clause. */
const SELECT = sql`select worker_group.id, worker_group.name, worker_group.created_at as "createdAt",
  ${EXTERNAL_ID} as "externalId" from worker_group`;

/** The maximum number of members in one response. Each uses some 500 bytes of memory until it is sent. */
const MAX_MEMBERS = 100_000;
/** Members of all groups of a page. A page has at least one group. */
const MAX_MEMBERS_PER_PAGE = 20_000;

/**
 * These groups in the format of the API, ordered by id; with their members unless the request excludes them.
 * @throws ScimError `tooMany` if they have too many members
 */
export async function readGroups(
  tx: TenantTransaction,
  groupIds: readonly string[],
  call: ScimCall,
): Promise<object[]> {
  const rows = await tx.execute<GroupRow[]>(sql`
    ${SELECT} where worker_group.tenant_id = ${tx.tenantId} and worker_group.id = any (${sqlArray(groupIds)}::uuid[])
    order by worker_group.id`);
  const members = includesMembers(call) ? await readMembers(tx, groupIds, call) : null;
  return rows.map((row) => {
    return members === null ? groupView(row, call) : { ...groupView(row, call), members: members.get(row.id) ?? [] };
  });
}

/** By the id of their group. */
async function readMembers(
  tx: TenantTransaction,
  groupIds: readonly string[],
  call: ScimCall,
): Promise<Map<string, object[]>> {
  const rows = await tx.execute<MemberRow[]>(sql`
    select member.group_id as "groupId", member.worker_id as "workerId", worker.name
    from worker_group_member member, lateral (
      select id, name from worker where worker.tenant_id = member.tenant_id and worker.id = member.worker_id offset 0
    ) as worker
    where member.tenant_id = ${tx.tenantId} and member.group_id = any (${sqlArray(groupIds)}::uuid[])
      and ${notDeleted(tx.tenantId)}
    order by member.group_id, member.worker_id limit ${MAX_MEMBERS + 1}`);
  if (rows.length > MAX_MEMBERS) {
    const detail = `the group has more than ${MAX_MEMBERS} members: send excludedAttributes=members`;
    throw new ScimError(400, 'tooMany', detail);
  }
  const members = new Map<string, object[]>();
  for (const row of rows) {
    const ofGroup = members.get(row.groupId);
    if (ofGroup === undefined) members.set(row.groupId, [memberView(row, call)]);
    else ofGroup.push(memberView(row, call));
    if (mustYield()) await yieldToEventLoop();
  }
  return members;
}

/**
 * The first of these groups that fit into one response with their members. The client finds the next page by
 * `itemsPerPage` (RFC 7644, section 3.4.2.4).
 */
export async function groupsWithinPageLimit(
  tx: TenantTransaction,
  groupIds: readonly string[],
  call: ScimCall,
): Promise<readonly string[]> {
  if (!includesMembers(call)) return groupIds;
  const counts = await tx.execute<Array<{ members: number }>>(sql`
    select (
      select count(*)::integer from (
        select from worker_group_member where tenant_id = ${tx.tenantId} and group_id = given.id
        limit ${MAX_MEMBERS_PER_PAGE}
      ) as member
    ) as members
    from unnest(${sqlArray(groupIds)}::uuid[]) with ordinality as given (id, place) order by given.place`);
  let members = 0;
  const next = counts.findIndex((group, index) => (members += group.members) > MAX_MEMBERS_PER_PAGE && index > 0);
  return groupIds.slice(0, next === -1 ? undefined : next);
}

function groupView({ id, name, createdAt, externalId }: GroupRow, { base, attributes }: ScimCall): object {
  const group = {
    id: ids.show('grp', id),
    displayName: name,
    externalId: externalId ?? undefined,
    meta: { created: isoTime(createdAt) },
  };
  return { ...new Schemas.Group(group, 'out', `${base}/Groups`, attributes) };
}

function memberView({ workerId, name }: MemberRow, { base }: ScimCall): object {
  const value = ids.show('wrk', workerId);
  return { value, display: name, type: 'User', $ref: `${base}/Users/${value}` };
}

/**
 * Whether the response includes the members. The library's filter names either the attributes to include (`pr`) or
 * those to exclude (`np`); of an attribute whose parts it excludes the others are shown.
 */
function includesMembers({ attributes }: ScimCall): boolean {
  const [named] = (attributes ?? []) as ReadonlyArray<Readonly<Record<string, unknown>>>;
  if (named === undefined) return true;
  const isExcluding = JSON.stringify(named).includes('"np"');
  return isExcluding ? !Array.isArray(named['members']) : 'members' in named;
}

/** The attributes for filters of groups, in a statement with `worker_group` in its FROM clause. */
export function groupAttributes(tenantId: string): FilterAttributes {
  const member = {
    expression: sql`(select worker_id::text from worker_group_member
        where tenant_id = ${tenantId} and group_id = worker_group.id limit 1)`,
    kind: 'id',
    equals: (value: string) =>
      sql`worker_group.id in (select group_id from worker_group_member
          where tenant_id = ${tenantId} and worker_id = ${ids.parse('wrk', value)}::uuid)`,
  } as const;
  return {
    id: {
      expression: sql`worker_group.id::text`,
      kind: 'id',
      equals: (value) => sql`worker_group.id = ${ids.parse('grp', value)}::uuid`,
    },
    displayname: { expression: sql`worker_group.name`, kind: 'text' },
    externalid: {
      expression: EXTERNAL_ID,
      kind: 'exact',
      equals: (value) =>
        sql`worker_group.id in (select group_id from scim_group
            where tenant_id = ${tenantId} and external_id = ${value})`,
    },
    members: member,
    'members.value': member,
    'meta.resourcetype': { expression: sql`'Group'::text`, kind: 'exact' },
    'meta.created': { expression: sql`worker_group.created_at`, kind: 'time' },
  };
}
