import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, joinSql, sqlArray } from '#platform/database';
import { wordsOf } from '../words.js';
import { countUpTo } from './count-up-to.js';
import { SEEN } from './halves.js';
import { type FoundWord, needsWithWord, patternOf } from './text-search.js';

/** Words that are looked up: the longest ones, which match least. The others are compared with each need. */
const MAX_WORDS = 3;
/** Values of a column that are compared with the words. Each is found by its own search in an index. */
const MAX_VALUES = 10_000;
/** Values that a word matches. A word that matches more is compared with each need. */
const MAX_FOUND = 1_000;

/**
 * Letters that are not the small letter of their own capital: a word with "ς" matches "Σ", whose small letter is "σ". A
 * word with one of them is compared with each need, because the values of some columns are in lower case.
 */
const OF_OTHER_CAPITAL = /[ςı]/u;

const COLUMNS = [sql`topic_key`, sql`type`, sql`site_key`] as const;

/** Most names do not contain the word at all, which LIKE finds out in a third of the time. CASE keeps the order. */
const NAME_HAS_WORD = sql`case when lower(name collate "pg_c_utf8") like '%' || word || '%' then name ~* pattern end`;

interface Row extends FoundWord {
  readonly hasAll: boolean;
}

/** Needs with a word that are read one by one. Those of a more common word are found in the order of the page. */
const MAX_WITH_WORD = 10_000;

/** What is known of the words of a text search. */
export interface FoundWords {
  /** Those with known values. */
  readonly found: readonly FoundWord[];
  /** The one of them with the fewest needs, where these are so few that they are read one by one. */
  readonly rareWord?: FoundWord | undefined;
}

export async function foundWords(tx: TenantTransaction, q: string): Promise<FoundWords> {
  const found = await findWords(tx, q);
  let rareWord: FoundWord | undefined;
  let most = MAX_WITH_WORD;
  // Names of people come first: a topic, a type or a site has many needs.
  for (const word of found.toSorted((one, other) => valuesOfMany(one) - valuesOfMany(other))) {
    const count = await countUpTo(tx, most + 1, sql`(${needsWithWord(tx.tenantId, word)})`);
    if (count > most) continue;
    rareWord = word;
    most = count;
  }
  return { found, rareWord };
}

const valuesOfMany = ({ topicKeys, types, siteKeys }: FoundWord): number =>
  topicKeys.length + types.length + siteKeys.length;

/**
 * The words of a text search with the values that they match, where these are not too many. Every filter of a column
 * has an index by which its values are found one after the other, whatever the number of needs.
 */
async function findWords(tx: TenantTransaction, text: string): Promise<FoundWord[]> {
  const words = wordsOf(text)
    .filter((word) => !OF_OTHER_CAPITAL.test(word))
    .toSorted((one, other) => other.length - one.length)
    .slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const rows = await tx.execute<Row[]>(sql`
    with recursive ${joinSql(
      COLUMNS.map((column) => valuesOf(tx.tenantId, column)),
      ', ',
    )}
    select word, ${matching(sql`topic_key`)} as "topicKeys", ${matching(sql`type`)} as types,
      ${matching(sql`site_key`)} as "siteKeys", to_json(array(
        select id from worker where tenant_id = ${tx.tenantId} and ${NAME_HAS_WORD} limit ${MAX_FOUND + 1}
      )) as "workerIds",
      ${joinSql(
        COLUMNS.map((column) => sql`not exists (select from ${column} where place > ${MAX_VALUES})`),
        ' and ',
      )} as "hasAll"
    from unnest(${sqlArray(words)}::text[], ${sqlArray(words.map(patternOf))}::text[]) as given (word, pattern)`);
  return rows.filter(
    ({ hasAll, topicKeys, types, siteKeys, workerIds }) =>
      hasAll && [topicKeys, types, siteKeys, workerIds].every(({ length }) => length <= MAX_FOUND),
  );
}

/** A common table expression with each value of a column once, after an empty one. */
function valuesOf(tenantId: string, column: SqlFragment): SqlFragment {
  return sql`
    ${column} (value, place) as (
      select '', 0
      union all
      select (
        select need.${column} from need
        where need.tenant_id = ${anyTenant(tenantId)} and ${SEEN} and need.${column} > ${column}.value
        order by need.${column} limit 1
      ), place + 1
      from ${column} where value is not null and place <= ${MAX_VALUES}
    )`;
}

function matching(column: SqlFragment): SqlFragment {
  return sql`to_json(array(select value from ${column} where value ~* pattern limit ${MAX_FOUND + 1}))`;
}
