import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { ENTRY_BYTES, MIB, OBJECT_BYTES, bytesOfText } from '../bytes.js';

/** Limit of topics, latest judgement first. */
const MAX_TOPICS = 10_000;
const MAX_BYTES = 1.5 * MIB;

/** The course that a model finds right for a topic, and why. */
export interface Judgement {
  readonly courseId: string;
  readonly reason: string;
}

export interface Judgements {
  readonly byTopicKey: ReadonlyMap<string, Judgement>;
  /** The estimated size in bytes. */
  readonly bytes: number;
}

/** Reads what the model found. It asks nothing: that happens in the background (`libs/authoring/judging`). */
export async function readJudgements(tx: TenantTransaction): Promise<Judgements | null> {
  const rows = await tx.execute<Array<Judgement & { readonly key: string }>>(sql`
    select topic_key as key, course_id as "courseId", coalesce(reason, '') as reason from topic_judgement
    where tenant_id = ${tx.tenantId} and course_id is not null order by judged_at desc limit ${MAX_TOPICS}`);
  const byTopicKey = new Map<string, Judgement>();
  let bytes = 0;
  for (const { key, courseId, reason } of rows) {
    bytes += ENTRY_BYTES + OBJECT_BYTES + bytesOfText(key) + bytesOfText(courseId) + bytesOfText(reason);
    if (bytes > MAX_BYTES) break;
    byTopicKey.set(key, { courseId, reason });
  }
  return byTopicKey.size === 0 ? null : { byTopicKey, bytes };
}
