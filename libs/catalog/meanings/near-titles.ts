import type { Transaction } from '#platform/database';
import type { MatchableCourse } from '../matching/topic-matcher.js';
import { topicKey } from '../topics/synonyms/topic-key.js';

/** The courses whose titles are near a topic in meaning, by their ids, and how near, 0 to 1. */
export type NearCourses = (topic: string) => ReadonlyMap<string, number>;

const NONE: ReadonlyMap<string, number> = new Map();

/** What is known of these courses. Nothing is asked for here: what is not known yet is looked for behind the scenes (`meanings.ts`). */
export async function readNearCourses(tx: Transaction, tenantId: string, model: string, courses: readonly MatchableCourse[]): Promise<NearCourses> {
  const rows = await tx.execute<Array<{ topic: string; title: string; likeness: number }>>(
    'select topic_key as topic, title_key as title, likeness from text_likeness where tenant_id = ? and model = ?', [tenantId, model],
  );
  if (rows.length === 0) return () => NONE;
  const byTitle = Map.groupBy(courses, ({ title }) => topicKey(title));
  const near = new Map<string, Map<string, number>>();
  for (const { topic, title, likeness } of rows) {
    for (const { id } of byTitle.get(title) ?? []) near.set(topic, (near.get(topic) ?? new Map<string, number>()).set(id, likeness));
  }
  return (topic) => near.get(topicKey(topic)) ?? NONE;
}
