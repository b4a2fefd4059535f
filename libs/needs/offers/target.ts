import type { EntityClass } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Site, Worker, WorkerGroup, findSiteId } from '#directory';
import { type SqlFragment, type TenantTransaction, byKey, ids, sqlArray } from '#platform/database';
import { Invalid } from '#platform/errors';
import { nameKeyOf } from '#platform/text';
import type { OfferTarget } from './offer.dto.js';
import { SITE_OF_NEED, sitesOfNeeds } from './site-of-need.js';

/** Named people, by UUID. */
export type PeopleTarget =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'worker' | 'group' | 'site'; readonly id: string }
  | { readonly kind: 'workers'; readonly ids: readonly string[] };

/** The people of an offer; `own`: those of each need, its worker or its site's people. */
export type Target = { readonly kind: 'own' } | PeopleTarget;

/** Resolves a target in a body, by id, or a site or a group by name. @throws Invalid naming `target.id` */
export async function findTarget(tx: TenantTransaction, target: OfferTarget | undefined): Promise<Target> {
  if (target === undefined || (target.id === undefined && (target.kind === 'worker' || target.kind === 'site')))
    return { kind: 'own' };
  const { kind, id } = target;
  if (kind === 'everyone') {
    if (id !== undefined)
      throw new Invalid([{ field: 'target.id', message: 'must be omitted if the target is everyone' }]);
    return { kind };
  }
  if (id === undefined) throw new Invalid([{ field: 'target.id', message: 'is required if the target is a group' }]);
  const found = kind === 'worker' ? await workerId(tx, id) : await namedId(tx, kind, id);
  if (found === null) throw new Invalid([{ field: 'target.id', message: `names no ${kind}` }]);
  return { kind, id: found };
}

/** The people of a need's own audience as a target; null: they are not in the directory. */
export async function ownPeople(tx: TenantTransaction, needId: string): Promise<PeopleTarget | null> {
  const [row] = await tx.execute<Array<{ workerId: string | null; siteId: string | null }>>(
    sql`select worker_id as "workerId", case when audience_kind = 'cohort' then ${SITE_OF_NEED} end as "siteId"
        from need ${sitesOfNeeds(tx.tenantId)} where need.tenant_id = ${tx.tenantId} and need.id = ${needId}`,
  );
  if (row === undefined) return null;
  if (row.workerId !== null) return { kind: 'worker', id: row.workerId };
  return row.siteId === null ? null : { kind: 'site', id: row.siteId };
}

/** The number of people of a target, including those who left. */
export async function countPeople(tx: TenantTransaction, target: PeopleTarget): Promise<number> {
  const [row] = await tx.execute<Array<{ people: number }>>(
    sql`select count(*)::integer as people from (${peopleOf(tx.tenantId, target)}) as person`,
  );
  return row?.people ?? 0;
}

/**
 * Selects `id` and `active` of a target's people, including those who left.
 * @param page limits the people to a number after an id, ordered by id
 */
export function peopleOf(tenantId: string, target: PeopleTarget, page?: { after: string; limit: number }): SqlFragment {
  const { people, key } = select(tenantId, target);
  if (page === undefined) return people;
  return sql`${people} and ${key} > ${page.after}::uuid order by ${key} limit ${page.limit}`;
}

const WORKERS = sql`select worker.id, worker.active from worker`;
const WORKER_ID = sql`worker.id`;

/** `key`: the column of the people's order in the index that finds them. */
function select(tenantId: string, target: PeopleTarget): { people: SqlFragment; key: SqlFragment } {
  switch (target.kind) {
    case 'worker':
      return {
        people: sql`${WORKERS} where worker.tenant_id = ${tenantId} and worker.id = ${target.id}`,
        key: WORKER_ID,
      };
    case 'workers':
      return {
        people: sql`${WORKERS} where worker.tenant_id = ${tenantId}
          and worker.id = any (${sqlArray(target.ids)}::uuid[])`,
        key: WORKER_ID,
      };
    case 'site':
      return {
        people: sql`${WORKERS} where worker.tenant_id = ${tenantId} and worker.site_id = ${target.id}`,
        key: WORKER_ID,
      };
    case 'group':
      return {
        people: sql`select worker.id, worker.active from worker_group_member member
          cross join lateral ${byKey('worker', sql`tenant_id = member.tenant_id and id = member.worker_id`)}
          where member.tenant_id = ${tenantId} and member.group_id = ${target.id}`,
        key: sql`member.worker_id`,
      };
    case 'everyone':
      return { people: sql`${WORKERS} where worker.tenant_id = ${tenantId}`, key: WORKER_ID };
  }
}

async function workerId(tx: TenantTransaction, text: string): Promise<string | null> {
  const id = ids.parse('wrk', text);
  return id !== null && (await tx.count(Worker, { id })) > 0 ? id : null;
}

async function namedId(tx: TenantTransaction, kind: 'site' | 'group', text: string): Promise<string | null> {
  const entity: EntityClass<Site | WorkerGroup> = kind === 'site' ? Site : WorkerGroup;
  const id = ids.parse(kind === 'site' ? 'site' : 'grp', text);
  if (id !== null && (await tx.count(entity, { id })) > 0) return id;
  if (kind === 'site') return findSiteId(tx, text);
  return (await tx.findOne(WorkerGroup, { nameKey: nameKeyOf(text) }))?.id ?? null;
}
