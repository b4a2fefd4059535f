import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids as shownIds, joinSql, sqlArray } from '#platform/database';
import { Invalid } from '#platform/errors';
import { instantsOf } from '../inbox/page/date-conditions.js';
import { conditionsOf } from '../inbox/page/need-conditions.js';
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
  const isChosen = joinSql(
    [sql`need.tenant_id = ${tx.tenantId}`, ...ofSeverity, ...conditionsOf(tx.tenantId, others).values()],
    ' and ',
  );
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`select need.id from need where ${isChosen} order by need.id limit ${MAX_NEEDS + 1}`,
  );
  if (rows.length > MAX_NEEDS) throw new TooManyNeeds(MAX_NEEDS);
  return rows.map(({ id }) => id);
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
