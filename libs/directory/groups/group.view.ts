import { ids } from '#platform/database';

/** A named set of workers. */
export class GroupView {
  id: string;
  name: string;
  /** How many active workers are in it. */
  workers: number;
}

export class GroupPage {
  items: GroupView[];
  nextCursor: string | null;
}

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly workers: number;
}

/** Ends in its FROM; its parameter is the tenant. The active workers are gathered once, not once a group. */
export const SELECT_GROUPS = `
  select worker_group.id, worker_group.name, worker_group.name_key as "nameKey",
    (select count(*) filter (where member.worker_id in (select worker.id from worker where worker.tenant_id = ? and worker.active))::integer
     from worker_group_member member where member.tenant_id = worker_group.tenant_id and member.group_id = worker_group.id) as workers
  from worker_group`;

export function groupView({ id, name, workers }: GroupRow): GroupView {
  return { id: ids.show('grp', id), name, workers };
}
