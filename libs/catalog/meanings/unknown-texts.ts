import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { MAX_PUBLISHED_COURSES } from '../courses/library-limits.js';
import { forgetUnused } from './forget-unused.js';
import { type KeyedText, keyedTexts } from './text.js';

/**
 * The topics, and with `titles` the titles of published courses, that have no stored vector. With `titles`, vectors are
 * deleted that are no longer used.
 */
export async function unknownTexts(
  tx: TenantTransaction,
  model: string,
  topics: readonly string[],
  { titles }: { titles: boolean },
): Promise<KeyedText[]> {
  const published = titles ? await keyedTexts('title', await publishedTitles(tx)) : [];
  if (titles)
    await forgetUnused(
      tx,
      model,
      published.map(({ key }) => key),
    );
  const texts = [...(await keyedTexts('topic', topics)), ...published];
  const textKeys = sqlArray(texts.map(({ key }) => key));
  const known = await tx.execute<Array<{ kind: string; key: string }>>(
    sql`select kind, text_key as key from text_embedding where tenant_id = ${tx.tenantId} and model = ${model}
      and text_key = any (${textKeys}::text[])`,
  );
  const keys = new Set(known.map(({ kind, key }) => `${kind} ${key}`));
  return texts.filter(({ kind, key }) => !keys.has(`${kind} ${key}`));
}

async function publishedTitles(tx: TenantTransaction): Promise<string[]> {
  const courses = await tx.execute<Array<{ title: string }>>(
    sql`select title from course where tenant_id = ${tx.tenantId} and status = 'published' order by id
      limit ${MAX_PUBLISHED_COURSES}`,
  );
  return courses.map(({ title }) => title);
}
