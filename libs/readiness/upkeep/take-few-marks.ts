import { sql } from '@mikro-orm/postgresql';
import { type IdOfTenant, type OfTenant, type Transaction, pairsOf, sqlArray } from '#platform/database';

/** Marks of a tenant, and people whom they name, up to which it shares a set with other tenants. */
const FEW = 50;

interface Mark extends OfTenant {
  /** PostgreSQL's text of a bigint. */
  readonly id: string;
  readonly workerId: string | null;
  readonly needId: string | null;
}

/** The marks of tenants that have few. */
export interface FewMarks {
  /** The tenants whose marks were taken, those without any included. */
  readonly tenantIds: readonly string[];
  /** The workers whom the marks name, each once. */
  readonly workers: readonly IdOfTenant[];
}

/**
 * Deletes the marks of the tenants that have few, and returns the workers they name. Those of the others, and those of
 * everybody in a tenant, are left for `takeMarks`.
 */
export async function takeFewMarks(tx: Transaction, tenantIds: readonly string[]): Promise<FewMarks> {
  const read = Map.groupBy(await readMarks(tx, tenantIds), ({ tenantId }) => tenantId);
  const marksOf = (tenantId: string): readonly Mark[] => read.get(tenantId) ?? [];
  const withFewMarks = tenantIds.filter(
    (tenantId) => marksOf(tenantId).length <= FEW && !marksOf(tenantId).some(isOfEverybody),
  );
  const people = Map.groupBy(await peopleOf(tx, withFewMarks.flatMap(marksOf)), ({ tenantId }) => tenantId);
  const few = withFewMarks.filter((tenantId) => (people.get(tenantId) ?? []).length <= FEW);
  await deleteMarks(tx, few.flatMap(marksOf));
  return { tenantIds: few, workers: few.flatMap((tenantId) => people.get(tenantId) ?? []) };
}

function isOfEverybody({ workerId, needId }: Mark): boolean {
  return workerId === null && needId === null;
}

function readMarks(tx: Transaction, tenantIds: readonly string[]): Promise<Mark[]> {
  return tx.execute<Mark[]>(sql`
    select tenant_id as "tenantId", mark.id, worker_id as "workerId", need_id as "needId"
    from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id) cross join lateral (
      select * from readiness_mark where tenant_id = given.id order by id limit ${FEW + 1}
    ) as mark`);
}

/**
 * The workers whom the marks name; for marks that name only a need, the workers whom the need reaches or has reached.
 */
async function peopleOf(tx: Transaction, marks: readonly Mark[]): Promise<IdOfTenant[]> {
  const people = new Map<string, IdOfTenant>();
  const add = (tenantId: string, id: string): Map<string, IdOfTenant> =>
    people.set(`${tenantId} ${id}`, { tenantId, id });
  const needs: IdOfTenant[] = [];
  for (const { tenantId, workerId, needId } of marks) {
    if (workerId !== null) add(tenantId, workerId);
    else if (needId !== null) needs.push({ tenantId, id: needId });
  }
  for (const { tenantId, id } of await reachedBy(tx, needs)) add(tenantId, id);
  return [...people.values()];
}

/** More than few of a need are not read: its tenant is left out. */
async function reachedBy(tx: Transaction, needs: readonly IdOfTenant[]): Promise<IdOfTenant[]> {
  if (needs.length === 0) return [];
  return tx.execute<IdOfTenant[]>(sql`
    select distinct given.tenant_id as "tenantId", reached.worker_id as id
    from ${pairsOf(needs, ({ id }) => id, sql`uuid`)} cross join lateral (
      (select worker_id from need_person where tenant_id = given.tenant_id and need_id = given.key limit ${FEW + 1})
      union all
      (select worker_id from readiness_cause where tenant_id = given.tenant_id and ref_id = given.key
          and valid_to > now() limit ${FEW + 1})
    ) as reached`);
}

async function deleteMarks(tx: Transaction, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return;
  await tx.execute(sql`
    delete from readiness_mark mark using ${pairsOf(marks, ({ id }) => id, sql`bigint`)}
    where mark.tenant_id = given.tenant_id and mark.id = given.key`);
}
