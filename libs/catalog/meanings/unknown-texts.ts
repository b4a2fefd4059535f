import { type Transaction, sqlArray } from '#platform/database';
import { Course } from '../courses/course.entity.js';
import { type KeyedText, keyedTexts } from './text.js';

/** Those of the topics, and with `titles` of the titles of the published courses, whose vectors the tenant does not have. */
export async function unknownTexts(tx: Transaction, tenantId: string, model: string, topics: readonly string[], { titles }: { titles: boolean }): Promise<KeyedText[]> {
  const courses = titles ? await tx.find(Course, { status: 'published' }, { fields: ['title'] }) : [];
  const texts = [...keyedTexts('topic', topics), ...keyedTexts('title', courses.map(({ title }) => title))];
  const known = await tx.execute<Array<{ kind: string; key: string }>>(
    `select kind, text_key as key from text_embedding where tenant_id = ? and model = ? and text_key = any (?::text[])`,
    [tenantId, model, sqlArray(texts.map(({ key }) => key))],
  );
  const keys = new Set(known.map(({ kind, key }) => `${kind} ${key}`));
  return texts.filter(({ kind, key }) => !keys.has(`${kind} ${key}`));
}
