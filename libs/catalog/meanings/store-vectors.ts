import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, lockInTenant } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { KeyedText, TextKind } from './text.js';
import { fromBase64, similarityOf, toBase64 } from './vectors.js';

/** Similarity from which on a pair of a topic and a title is stored. */
const NEAR = 0.6;
/** Titles kept for a new topic. */
const TITLES_PER_TOPIC = 10;
/** Limit of stored topics of a tenant, the latest ones: a source system may send any number. */
const TOPICS_KEPT = 10_000;
const PAGE = 1_000;

interface TextVector extends KeyedText {
  readonly vector: Float32Array;
}

interface Likeness {
  readonly topicKey: string;
  readonly titleKey: string;
  readonly likeness: number;
}

/**
 * Stores the vectors of new texts together with their similarity to the known texts of the other kind. Runs one at a
 * time for each tenant, so that no pair is missed.
 * @returns the number of near pairs
 */
export async function storeVectors(
  tx: TenantTransaction,
  model: string,
  texts: readonly TextVector[],
): Promise<number> {
  await lockInTenant(tx, 'meanings');
  const topics = texts.filter(({ kind }) => kind === 'topic');
  const titles = texts.filter(({ kind }) => kind === 'title');
  const pairs = [
    ...topics.flatMap((topic) => nearest(titles.map((title) => pair(topic, title)))),
    ...(await nearKnown(tx, model, topics, titles)),
  ];
  const rows = texts.map(({ kind, key, vector }) => ({ kind, key, vector: toBase64(vector) }));
  await tx.execute(
    sql`insert into text_embedding (tenant_id, model, kind, text_key, vector)
     select ${tx.tenantId}::uuid, ${model}, kind, key, decode(vector, 'base64')
       from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (kind text, key text, vector text)
       on conflict do nothing`,
  );
  await tx.execute(
    sql`insert into text_likeness (tenant_id, model, topic_key, title_key, likeness)
     select ${tx.tenantId}::uuid, ${model}, "topicKey", "titleKey", likeness
       from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given ("topicKey" text, "titleKey" text,
           likeness real) on conflict do nothing`,
  );
  if (topics.length > 0) await forgetOldest(tx, model);
  return pairs.length;
}

async function nearKnown(
  tx: TenantTransaction,
  model: string,
  topics: readonly TextVector[],
  titles: readonly TextVector[],
): Promise<Likeness[]> {
  const ofTopics = new Map(topics.map(({ key }): [string, Likeness[]] => [key, []]));
  const ofTitles: Likeness[] = [];
  if (topics.length > 0) {
    for await (const title of known(tx, model, 'title')) {
      for (const topic of topics) ofTopics.get(topic.key)?.push(...near([pair(topic, title)]));
      if (mustYield()) await yieldToEventLoop();
    }
  }
  if (titles.length > 0) {
    for await (const topic of known(tx, model, 'topic')) {
      ofTitles.push(...near(titles.map((title) => pair(topic, title))));
      if (mustYield()) await yieldToEventLoop();
    }
  }
  return [...[...ofTopics.values()].flatMap(nearest), ...ofTitles];
}

async function* known(tx: TenantTransaction, model: string, kind: TextKind): AsyncGenerator<Omit<TextVector, 'text'>> {
  for (let after = ''; ;) {
    const page = await tx.execute<Array<{ key: string; vector: string }>>(
      sql`select text_key as key, encode(vector, 'base64') as vector from text_embedding
       where tenant_id = ${tx.tenantId} and model = ${model} and kind = ${kind} and text_key > ${after}
       order by text_key limit ${PAGE}`,
    );
    for (const { key, vector } of page) yield { kind, key, vector: fromBase64(vector) };
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.key;
  }
}

function pair(topic: Omit<TextVector, 'text'>, title: Omit<TextVector, 'text'>): Likeness {
  return { topicKey: topic.key, titleKey: title.key, likeness: similarityOf(topic.vector, title.vector) };
}

function near(pairs: readonly Likeness[]): Likeness[] {
  return pairs.filter(({ likeness }) => likeness >= NEAR);
}

function nearest(pairs: readonly Likeness[]): Likeness[] {
  return near(pairs)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, TITLES_PER_TOPIC);
}

async function forgetOldest(tx: TenantTransaction, model: string): Promise<void> {
  await tx.execute(
    sql`with gone as (
       delete from text_embedding where tenant_id = ${tx.tenantId} and model = ${model} and kind = 'topic'
         and text_key in (
         select text_key from text_embedding where tenant_id = ${tx.tenantId} and model = ${model} and kind = 'topic'
           order by made_at desc, text_key offset ${TOPICS_KEPT}
       ) returning text_key
     )
     delete from text_likeness where tenant_id = ${tx.tenantId} and model = ${model} and topic_key in (select text_key
         from gone)`,
  );
}
