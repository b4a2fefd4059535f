import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { UNDER_WAY } from '../drafts/draft.transitions.js';

/** A need of a bulk action. */
export interface ChosenNeed {
  readonly id: string;
  readonly status: string;
  readonly topic: string | null;
  readonly category: string | null;
  /** The draft that it waits for. */
  readonly draftId: string | null;
  /** That draft has ended, and a job is about to reopen the need. */
  readonly hasEnded: boolean;
}

/** Needs with the same topic, in the order of their ids. */
export interface TopicOfNeeds {
  readonly topicKey: string;
  readonly topic: string;
  readonly category: string | null;
  readonly needs: readonly ChosenNeed[];
}

/** Statuses in which a need can be sent to a draft. */
const SENDABLE: ReadonlySet<string> = new Set(['open', 'snoozed']);

/** @param needIds UUIDs */
export function readNeeds(tx: TenantTransaction, needIds: readonly string[]): Promise<ChosenNeed[]> {
  return read(tx, sql`id = any (${sqlArray(needIds)}::uuid[])`);
}

/** The next needs that an operation has not worked on. */
export function waitingNeeds(tx: TenantTransaction, operationId: string, limit: number): Promise<ChosenNeed[]> {
  return read(
    tx,
    sql`id = any (array(
      select need_id from operation_item where tenant_id = ${tx.tenantId} and operation_id = ${operationId}
        and status = 'waiting'
      order by need_id limit ${limit}))`,
  );
}

/**
 * The drafts among those of these needs to which the operation has sent needs before. Others of the topic were sent
 * with them: needs of their gaps, and those that the draft's job has found.
 */
export async function draftsOfOperation(
  tx: TenantTransaction,
  operationId: string,
  needs: readonly ChosenNeed[],
): Promise<ReadonlySet<string>> {
  const draftIds = [...new Set(needs.flatMap(({ draftId }) => draftId ?? []))];
  if (draftIds.length === 0) return new Set();
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from unnest(${sqlArray(draftIds)}::uuid[]) as draft (id) where exists (
      select from need join operation_item item on item.tenant_id = need.tenant_id and item.need_id = need.id
        and item.operation_id = ${operationId} and item.status = 'done'
      where need.tenant_id = ${tx.tenantId} and need.draft_id = draft.id)`);
  return new Set(rows.map(({ id }) => id));
}

function read(tx: TenantTransaction, isChosen: SqlFragment): Promise<ChosenNeed[]> {
  return tx.execute<ChosenNeed[]>(
    sql`select id, status, topic, category, draft_id as "draftId", exists (
        select from draft where draft.tenant_id = need.tenant_id and draft.id = need.draft_id
          and draft.status <> all (${sqlArray(UNDER_WAY)}::text[])
      ) as "hasEnded" from need
      where tenant_id = ${tx.tenantId} and ${isChosen} order by id`,
  );
}

interface SortedNeeds {
  /** By their first need. */
  readonly topics: readonly TopicOfNeeds[];
  readonly refused: ReadonlyArray<{ readonly needId: string; readonly why: string }>;
}

/**
 * Sorts needs by topic, in all spellings, and out those that no course can be drafted for. Yields to the event loop.
 */
export async function byTopic(needs: readonly ChosenNeed[]): Promise<SortedNeeds> {
  const topics = new Map<string, TopicOfNeeds & { needs: ChosenNeed[] }>();
  const refused: Array<{ needId: string; why: string }> = [];
  for (const need of needs) {
    const { id: needId, status, topic, category, hasEnded } = need;
    const isSendable = SENDABLE.has(status) || (status === 'authoring' && hasEnded);
    if (!isSendable) refused.push({ needId, why: 'illegal_transition' });
    else if (topic === null) refused.push({ needId, why: 'no_topic' });
    else {
      const topicKey = topicIdentity(topic);
      const known = topics.get(topicKey);
      if (known === undefined) topics.set(topicKey, { topicKey, topic, category, needs: [need] });
      else known.needs.push(need);
    }
    if (mustYield()) await yieldToEventLoop();
  }
  return { topics: [...topics.values()], refused };
}
