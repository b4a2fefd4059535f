import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { ENTRY_BYTES, MIB, NUMBER_BYTES, OBJECT_BYTES, bytesOfText } from '../bytes.js';
import type { MatchableCourse, NearCourses } from '../topic-matcher.js';
import { topicKey } from '../words/topic-key.js';

/** Limit of courses near a topic. Any number of courses may have the same title. */
const MAX_COURSES = 30;
/** Limit of pairs of a topic and a title, most similar first. */
const MAX_PAIRS = 100_000;
const MAX_BYTES = 6 * MIB;

interface NearTitle {
  readonly title: string;
  readonly similarity: number;
}

/** The titles near each topic in meaning, and their size in memory. */
export interface NearTitles {
  readonly courses: NearCourses;
  /** The estimated size in bytes. */
  readonly bytes: number;
}

/**
 * Reads the stored pairs of near texts for these courses. It requests nothing from the embedding service:
 * `catalog/meanings/meanings.ts` looks up unknown texts in the background.
 */
export async function readNearCourses(
  tx: TenantTransaction,
  model: string,
  courses: readonly MatchableCourse[],
): Promise<NearTitles | null> {
  const rows = await tx.execute<Array<NearTitle & { readonly topic: string }>>(
    sql`select topic_key as topic, title_key as title, likeness as similarity from text_likeness
     where tenant_id = ${tx.tenantId} and model = ${model} order by likeness desc limit ${MAX_PAIRS}`,
  );
  if (rows.length === 0) return null;
  const titles = await idsByTitle(courses, new Set(rows.map(({ title }) => title)));
  const near = new Map<string, NearTitle[]>();
  let { bytes } = titles;
  for (const { topic, title, similarity } of rows) {
    if (titles.ids.has(title) && bytes < MAX_BYTES) {
      const known = near.get(topic);
      if (known === undefined) near.set(topic, [{ title, similarity }]);
      else known.push({ title, similarity });
      bytes += 2 * OBJECT_BYTES + bytesOfText(title) + (known === undefined ? ENTRY_BYTES + bytesOfText(topic) : 0);
    }
    if (mustYield()) await yieldToEventLoop();
  }
  return { bytes, courses: (topic) => nearest(near.get(topicKey(topic)) ?? [], titles.ids) };
}

type IdsByTitle = ReadonlyMap<string, readonly string[]>;

/** The courses with each of these titles, by the title's key. */
async function idsByTitle(
  courses: readonly MatchableCourse[],
  wanted: ReadonlySet<string>,
): Promise<{ ids: IdsByTitle; bytes: number }> {
  const ids = new Map<string, string[]>();
  let bytes = 0;
  for (const { id, title } of courses) {
    const key = topicKey(title);
    const known = ids.get(key);
    if (known !== undefined && known.length < MAX_COURSES) {
      known.push(id);
      bytes += NUMBER_BYTES;
    } else if (known === undefined && wanted.has(key) && bytes < MAX_BYTES / 2) {
      ids.set(key, [id]);
      bytes += ENTRY_BYTES + OBJECT_BYTES + NUMBER_BYTES + bytesOfText(key);
    }
    if (mustYield()) await yieldToEventLoop();
  }
  return { ids, bytes };
}

function nearest(titles: readonly NearTitle[], idsOf: IdsByTitle): ReadonlyMap<string, number> {
  const pairs = titles.flatMap(({ title, similarity }) =>
    (idsOf.get(title) ?? []).map((id) => [id, similarity] as const),
  );
  return new Map(pairs.slice(0, MAX_COURSES));
}
