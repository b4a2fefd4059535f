import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { topicKey } from '../matching/words/topic-key.js';
import { TopicJudgement } from './topic-judgement.entity.js';

/** Limits of a tenant: its latest judged topics, and those that wait. A source system may send any number. */
const TOPICS_KEPT = 10_000;
const MAX_WAITING = 10_000;

/**
 * Has these topics judged, unless they were judged with this version of the library, or too many wait. It waits for no
 * lock of a known topic: the caller may hold the library's.
 * @returns whether one of them waits, now or from before
 */
export async function askForJudgement(
  tx: TenantTransaction,
  topics: readonly string[],
  libraryVersion: number,
): Promise<boolean> {
  const byKey = new Map(topics.map((topic) => [topicKey(topic), topic]));
  const rows = [...byKey].filter(([key]) => /[\p{L}\p{N}]/u.test(key)).map(([key, topic]) => ({ key, topic }));
  if (rows.length === 0) return false;
  const [row] = await tx.execute<Array<{ waits: boolean }>>(sql`
    with given as (
      select key, topic from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (key text, topic text)
    ), asked as (
      insert into topic_judgement (tenant_id, topic_key, topic, waiting_since)
      select ${tx.tenantId}::uuid, key, topic, now() from given
      where (select count(*) from (
        select from topic_judgement where tenant_id = ${tx.tenantId} and waiting_since is not null
        limit ${MAX_WAITING}) as waiting) < ${MAX_WAITING}
      order by key on conflict do nothing returning topic_key
    ), outdated as (
      select topic_key from topic_judgement
      where tenant_id = ${tx.tenantId} and topic_key in (select key from given)
        and waiting_since is null and library_version is distinct from ${libraryVersion}
      for update skip locked
    ), again as (
      update topic_judgement set waiting_since = now()
      where tenant_id = ${tx.tenantId} and topic_key in (select topic_key from outdated) returning topic_key
    )
    select exists (select from asked) or exists (select from again) or exists (
      select from topic_judgement where tenant_id = ${tx.tenantId} and topic_key in (select key from given)
        and waiting_since is not null
    ) as waits`);
  return row?.waits ?? false;
}

/** The topics that have waited longest. */
export function waitingTopics(tx: TenantTransaction, limit: number): Promise<TopicJudgement[]> {
  return tx.find(
    TopicJudgement,
    { waitingSince: { $ne: null } },
    { orderBy: { waitingSince: 'asc', topicKey: 'asc' }, limit },
  );
}

/** Deletes the judgements that are beyond the limit of a tenant. */
export async function deleteOldestJudgements(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`
    delete from topic_judgement where tenant_id = ${tx.tenantId} and topic_key in (
      select topic_key from topic_judgement where tenant_id = ${tx.tenantId} and waiting_since is null
      order by judged_at desc nulls last, topic_key offset ${TOPICS_KEPT})`);
}
