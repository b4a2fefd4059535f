import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, anyOf, anyTenant, joinSql, sqlArray } from '#platform/database';
import { wordsOf } from '../words.js';
import { SEEN } from './halves.js';

/**
 * What a word of a text search matches: the values of indexed columns of needs that are resolved or closed. Behind row
 * level security no index finds parts of texts, but the values of a column are few and are found by equality.
 */
export interface FoundWord {
  readonly word: string;
  readonly topicKeys: readonly string[];
  readonly types: readonly string[];
  readonly siteKeys: readonly string[];
  readonly workerIds: readonly string[];
}

/** The pattern of texts with a word that starts with this one. PostgreSQL takes "i" and "İ" for different letters. */
export function patternOf(word: string): string {
  return `(^|[^[:alnum:]])${word.replaceAll('i', '[iİ]')}`;
}

/**
 * Text search: each word of the text is a prefix of a word of the topic, the type, the site or the worker's name. A
 * text without words matches no need.
 * @param found those whose values are known, which only hold for needs that are resolved or closed
 */
export function textSearch(text: string, found: readonly FoundWord[] = []): SqlFragment {
  const words = wordsOf(text);
  if (words.length === 0) return text === '' ? sql`true` : sql`false`;
  const byWord = new Map(found.map((values) => [values.word, values]));
  return joinSql(
    words.map((word) => {
      const values = byWord.get(word);
      return values === undefined ? hasWord(patternOf(word)) : hasFound(values);
    }),
    ' and ',
  );
}

function hasWord(pattern: string): SqlFragment {
  return sql`(need.topic ~* ${pattern} or need.type ~* ${pattern}
      or array_to_string(need.earlier_types, ' ') ~* ${pattern} or need.site ~* ${pattern} or exists (
    select from worker where worker.tenant_id = need.tenant_id and worker.id = need.worker_id
      and worker.name ~* ${pattern}))`;
}

/** A query for the ids of the needs with a word, each way by its index. An id may be in it several times. */
export function needsWithWord(
  tenantId: string,
  { word, topicKeys, types, siteKeys, workerIds }: FoundWord,
): SqlFragment {
  const pattern = patternOf(word);
  const having = (condition: SqlFragment): SqlFragment => sql`
    select id from need where need.tenant_id = ${tenantId} and ${SEEN} and ${condition}`;
  return joinSql(
    [
      ...(topicKeys.length === 0 ? [] : [having(hasTopic(topicKeys))]),
      ...(types.length === 0 ? [] : [having(hasType(types))]),
      ...(siteKeys.length === 0 ? [] : [having(hasSite(siteKeys, pattern))]),
      ...(workerIds.length === 0 ? [] : [having(hasWorker(workerIds))]),
      ...[sql`${NAMED_OTHERWISE} and need.site ~* ${pattern}`, hadType(pattern)].map(
        (condition) => sql`
        select found.id from unnest(array[1, 2, 3, 4]::smallint[]) as severity (value) cross join lateral (
          select id from need where need.tenant_id = ${anyTenant(tenantId)} and ${SEEN}
            and need.severity = severity.value and ${condition} offset 0) as found`,
      ),
    ],
    ' union all ',
  );
}

/** The same as a condition, by which PostgreSQL reads few needs one by one. */
export function ofRareWord(tenantId: string, word: FoundWord): SqlFragment {
  return sql`need.id = any (array(${needsWithWord(tenantId, word)}))`;
}

/** The condition of a need with the word that is resolved or closed. */
function hasFound({ word, topicKeys, types, siteKeys, workerIds }: FoundWord): SqlFragment {
  const pattern = patternOf(word);
  return anyOf([
    hasTopic(topicKeys),
    hasType(types),
    hasWorker(workerIds),
    sql`(${hasSite(siteKeys, pattern)})`,
    sql`(${NAMED_OTHERWISE} and need.site ~* ${pattern})`,
    sql`(${hadType(pattern)})`,
  ]);
}

const hasTopic = (keys: readonly string[]): SqlFragment => sql`need.topic_key = any (${sqlArray(keys)}::text[])`;
const hasType = (types: readonly string[]): SqlFragment => sql`need.type = any (${sqlArray(types)}::text[])`;
const hasWorker = (ids: readonly string[]): SqlFragment => sql`need.worker_id = any (${sqlArray(ids)}::uuid[])`;
/** The directory may know the site by another name than the signal, and the need then has the key of that. */
const hasSite = (keys: readonly string[], pattern: string): SqlFragment =>
  sql`need.site_key = any (${sqlArray(keys)}::text[]) and need.site ~* ${pattern}`;
const hadType = (pattern: string): SqlFragment =>
  sql`need.earlier_types is not null and array_to_string(need.earlier_types, ' ') ~* ${pattern}`;

/** As in the index `need_by_other_site_name`. */
const NAMED_OTHERWISE = sql`need.site is not null
    and need.site_key is distinct from lower(need.site collate "pg_c_utf8") collate "default"`;
