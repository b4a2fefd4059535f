import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type TenantTransaction, sqlArray } from '#platform/database';

/*
 * A mark says that enough people may need a topic for a draft. It is stored in the transaction of the change, so that
 * it is neither lost nor visible too early. The job deletes only the marks that it has read.
 */

/** Marks that one job reads. */
export const MAX_MARKS = 5_000;

export interface Mark {
  readonly id: string;
  /** Null: all topics. */
  readonly topic: string | null;
  /** False: it waits for the plan's next month. */
  readonly isDue: boolean;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
}

/** Marks the topics of those of these needs that no course answers. @returns whether there is one */
export async function markTopicsOf(tx: TenantTransaction, needIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.execute<Array<{ marks: number }>>(sql`
    with marked as (
      insert into authoring_mark (tenant_id, topic)
      select distinct ${tx.tenantId}::uuid, topic from need
      where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])
        and status = 'open' and recommendation = 'author_one' and topic is not null
      returning id
    )
    select count(*)::integer as marks from marked`);
  return (row?.marks ?? 0) > 0;
}

/** Marks all topics, from a time on. @param inSeconds from now */
export async function markAllTopics(tx: TenantTransaction, inSeconds: number): Promise<void> {
  await tx.execute(sql`
    insert into authoring_mark (tenant_id, due_at)
    values (${tx.tenantId}, now() + make_interval(secs => ${inSeconds}))`);
}

/** Marks a topic that waits until the plan's limit resets, unless it is marked so already. */
export async function markWaiting(tx: TenantTransaction, topic: string, resetsAt: Date): Promise<void> {
  const dueAt = resetsAt.toISOString();
  await tx.execute(sql`
    insert into authoring_mark (tenant_id, topic, due_at) select ${tx.tenantId}::uuid, ${topic}::text,
      ${dueAt}::timestamptz
    where not exists (select from authoring_mark where tenant_id = ${tx.tenantId} and topic = ${topic}
        and due_at = ${dueAt}::timestamptz)`);
}

/**
 * Whether a mark that was considered can be deleted. The one by which a topic waits for the plan is not stored again,
 * so that it stays. It may be due: the clock of this process may be behind PostgreSQL's at the turn of the month.
 * @param waiting until when topics wait for the plan, by their identity
 */
export function isDone({ topic, dueAt }: Pick<Mark, 'topic' | 'dueAt'>, waiting: ReadonlyMap<string, Date>): boolean {
  return topic === null || waiting.get(topicIdentity(topic))?.getTime() !== dueAt;
}

/** Oldest first. */
export function readMarks(tx: TenantTransaction): Promise<Mark[]> {
  return tx.execute<Mark[]>(sql`
    select id, topic, due_at <= now() as "isDue", extract(epoch from due_at)::float8 * 1000 as "dueAt"
    from authoring_mark
    where tenant_id = ${tx.tenantId} order by due_at <= now() desc, id limit ${MAX_MARKS}`);
}

export async function deleteMarks(tx: TenantTransaction, markIds: readonly string[]): Promise<void> {
  await tx.execute(
    sql`delete from authoring_mark where tenant_id = ${tx.tenantId} and id = any (${sqlArray(markIds)}::uuid[])`,
  );
}
