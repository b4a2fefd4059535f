import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, ids as shownIds, joinSql, sqlArray } from '#platform/database';
import { Invalid } from '#platform/errors';
import { instantsOf } from '../inbox/page/date-conditions.js';
import { foundWords } from '../inbox/page/find-words.js';
import { FRESH, SEEN } from '../inbox/page/halves.js';
import { type NeedFilters, conditionsOf } from '../inbox/page/need-conditions.js';
import { ofRareWord } from '../inbox/page/text-search.js';
import { TRANSITIONS } from '../lifecycle/need.transitions.js';
import type { BulkAction, BulkBody } from './bulk.dto.js';
import { TooManyNeeds } from './bulk.errors.js';

/**
 * The maximum number of needs of an operation: enough for every inbox, and few enough that selecting them is one
 * short statement.
 */
const MAX_NEEDS = 100_000;

/** The UUIDs of the needs that a body names or filters. @throws Invalid naming malformed ids; TooManyNeeds */
export async function chosenNeeds(
  tx: TenantTransaction,
  { ids, filter }: Pick<BulkBody, 'ids' | 'filter'>,
): Promise<string[]> {
  if (ids !== undefined) return namedNeeds(tx, ids);
  const { severity, ...others } = await instantsOf(tx, filter ?? {});
  const ofSeverity =
    severity === undefined ? [] : [sql`need.severity = any (${sqlArray(severity.map(String))}::smallint[])`];
  const choose = (conditions: Iterable<SqlFragment>): SqlFragment => sql`
    select need.id from need
    where ${joinSql([sql`need.tenant_id = ${tx.tenantId}`, ...ofSeverity, ...conditions], ' and ')}`;
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`${joinSql((await conditionsOfHalves(tx, others)).map(choose), ' union all ')}
      order by id limit ${MAX_NEEDS + 1}`,
  );
  if (rows.length > MAX_NEEDS) throw new TooManyNeeds(MAX_NEEDS);
  return rows.map(({ id }) => id);
}

/** A text search looks up the needs that are resolved or closed by its words, and compares the others one by one. */
async function conditionsOfHalves(tx: TenantTransaction, filters: NeedFilters): Promise<SqlFragment[][]> {
  const all = [...conditionsOf(tx.tenantId, filters).values()];
  if (filters.q === undefined) return [all];
  const { found, rareWord } = await foundWords(tx, filters.q);
  const ofWords = conditionsOf(tx.tenantId, filters, found).values();
  return [
    [SEEN, ...ofWords, ...(rareWord === undefined ? [] : [ofRareWord(tx.tenantId, rareWord)])],
    [FRESH, ...all],
  ];
}

/** Those of the needs whose status allows the action. */
export async function movableNeeds(
  tx: TenantTransaction,
  needIds: readonly string[],
  action: BulkAction,
): Promise<string[]> {
  const allowed = sqlArray(Object.keys(TRANSITIONS[action].steps));
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`select id from need where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])
          and status = any (${allowed}::text[])`,
  );
  return rows.map(({ id }) => id);
}

async function namedNeeds(tx: TenantTransaction, named: readonly string[]): Promise<string[]> {
  const parsed = named.map((text) => shownIds.parse('need', text));
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`select id from need
      where tenant_id = ${tx.tenantId} and id = any (${sqlArray(parsed.flatMap((id) => id ?? []))}::uuid[])`,
  );
  const known = new Set(rows.map(({ id }) => id));
  const errors = parsed.flatMap((id, index) =>
    id !== null && known.has(id) ? [] : [{ field: `ids.${index}`, message: 'names no need' }],
  );
  if (errors.length > 0) throw new Invalid(errors.slice(0, 100));
  return [...known];
}
