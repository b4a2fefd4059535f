import { siteKey } from '#directory';
import { type TenantTransaction, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import type { OfferTarget } from './offer.dto.js';

/** Named people, by UUID. */
export type PeopleTarget =
  { readonly kind: 'everyone' } | { readonly kind: 'worker' | 'group' | 'site'; readonly id: string };

/** The people whom an offer is for; `own`: those of each need, its worker or its site's people. */
export type Target = { readonly kind: 'own' } | PeopleTarget;

/** SQL with positional parameters. */
export interface Fragment {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Finds whom a body names, by id, or a site or a group by name. @throws Invalid naming `target.id` */
export async function findTarget(tx: TenantTransaction, target: OfferTarget | undefined): Promise<Target> {
  if (target === undefined || (target.id === undefined && (target.kind === 'worker' || target.kind === 'site')))
    return { kind: 'own' };
  const { kind, id } = target;
  if (kind === 'everyone') {
    if (id !== undefined)
      throw new Invalid([{ field: 'target.id', message: 'must be left out where the target is everyone' }]);
    return { kind };
  }
  if (id === undefined) throw new Invalid([{ field: 'target.id', message: 'is required where the target is a group' }]);
  const found = kind === 'worker' ? await workerId(tx, id) : await namedId(tx, kind, id);
  if (found === null) throw new Invalid([{ field: 'target.id', message: `names no ${kind}` }]);
  return { kind, id: found };
}

/** The people of a need's own audience as a target; null: they are not in the directory. */
export async function ownPeople(tx: TenantTransaction, needId: string): Promise<PeopleTarget | null> {
  const [row] = await tx.execute<Array<{ workerId: string | null; siteId: string | null }>>(
    `select worker_id as "workerId", site.id as "siteId" from need
     left join site on need.audience_kind = 'cohort' and site.tenant_id = need.tenant_id and site.name_key = need.site_key where need.tenant_id = ? and need.id = ?`,
    [tx.tenantId, needId],
  );
  if (row === undefined) return null;
  if (row.workerId !== null) return { kind: 'worker', id: row.workerId };
  return row.siteId === null ? null : { kind: 'site', id: row.siteId };
}

/** How many people a target has, those who left included. */
export async function countPeople(tx: TenantTransaction, target: PeopleTarget): Promise<number> {
  const { sql, values } = peopleOf(tx.tenantId, target);
  const [row] = await tx.execute<Array<{ people: number }>>(
    `select count(*)::integer as people from (${sql}) as person`,
    [...values],
  );
  return row?.people ?? 0;
}

/**
 * Selects `id` and `active` of a target's people, those who left included.
 * @param after only people behind this one, so many, in the order of their ids
 */
export function peopleOf(tenantId: string, target: PeopleTarget, page?: { after: string; limit: number }): Fragment {
  const { sql, key, values } = people(tenantId, target);
  if (page === undefined) return { sql, values };
  return { sql: `${sql} and ${key} > ?::uuid order by ${key} limit ?`, values: [...values, page.after, page.limit] };
}

function people(tenantId: string, target: PeopleTarget): Fragment & { key: string } {
  const columns = 'select worker.id, worker.active';
  switch (target.kind) {
    case 'worker':
      return {
        sql: `${columns} from worker where worker.tenant_id = ? and worker.id = ?`,
        key: 'worker.id',
        values: [tenantId, target.id],
      };
    case 'site':
      return {
        sql: `${columns} from worker where worker.tenant_id = ? and worker.site_id = ?`,
        key: 'worker.id',
        values: [tenantId, target.id],
      };
    case 'group':
      return {
        sql: `${columns} from worker_group_member member join worker on worker.tenant_id = member.tenant_id and worker.id = member.worker_id
          where member.tenant_id = ? and member.group_id = ?`,
        key: 'member.worker_id',
        values: [tenantId, target.id],
      };
    case 'everyone':
      return { sql: `${columns} from worker where worker.tenant_id = ?`, key: 'worker.id', values: [tenantId] };
  }
}

async function workerId(tx: TenantTransaction, text: string): Promise<string | null> {
  const id = ids.parse('wrk', text);
  const [row] =
    id === null
      ? []
      : await tx.execute<Array<{ id: string }>>('select id from worker where tenant_id = ? and id = ?', [
          tx.tenantId,
          id,
        ]);
  return row?.id ?? null;
}

async function namedId(tx: TenantTransaction, kind: 'site' | 'group', text: string): Promise<string | null> {
  const [table, prefix] = kind === 'site' ? (['site', 'site'] as const) : (['worker_group', 'grp'] as const);
  const [row] = await tx.execute<Array<{ id: string }>>(
    `select id from ${table} where tenant_id = ? and (id = ?::uuid or name_key = ?) order by (id = ?::uuid) desc nulls last limit 1`,
    [tx.tenantId, ids.parse(prefix, text), siteKey(text), ids.parse(prefix, text)],
  );
  return row?.id ?? null;
}
