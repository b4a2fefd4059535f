import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, ids, isoTime } from '#platform/database';
import { NotFound } from '#platform/errors';
import type { NamedRow } from '../names/name-list.js';

/** A named set of workers. */
export class GroupView {
  /** Identifier with the prefix `grp_`. */
  id: string;
  /** Name of the group, unique in the tenant whatever the case. */
  name: string;
  /** Number of active workers in the group. */
  workers: number;
  version: number;
  createdAt: string;
}

export class GroupPage {
  items: GroupView[];
  nextCursor: string | null;
}

/** Without a WHERE clause. PostgreSQL reads the workers who have left once: they are fewer than those who are there. */
export const selectGroups = (tenantId: string): SqlFragment => sql`
  select worker_group.id, worker_group.name, worker_group.name_key as "nameKey", worker_group.version,
    worker_group.created_at as "createdAt",
    (select count(*) filter (where member.worker_id not in (select worker.id from worker
            where worker.tenant_id = ${tenantId} and not worker.active))::integer
     from worker_group_member member where member.tenant_id = worker_group.tenant_id
       and member.group_id = worker_group.id) as workers
  from worker_group`;

export function groupView({ id, name, workers, version, createdAt }: NamedRow): GroupView {
  return { id: ids.show('grp', id), name, workers, version, createdAt: isoTime(createdAt) };
}

/** @throws NotFound */
export async function readGroup(tx: TenantTransaction, id: string): Promise<GroupView> {
  const [row] = await tx.execute<NamedRow[]>(
    sql`${selectGroups(tx.tenantId)} where worker_group.tenant_id = ${tx.tenantId} and worker_group.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('group');
  return groupView(row);
}
