import { sql } from '@mikro-orm/postgresql';
import { type IdOfTenant, type Transaction, inTenantsOf, isoTime } from '#platform/database';
import type { DateText } from '#platform/text';
import type { ConnectorEvent } from '#signals';

/**
 * The dates in the signals of needs, as they were stored while the signals were kept: needs are kept for longer. An
 * offered need has none, because it is due when its offer is.
 */
export async function storedDates(tx: Transaction, needs: readonly IdOfTenant[]): Promise<Map<string, DateText>> {
  if (needs.length === 0) return new Map();
  const rows = await tx.execute<Array<{ id: string; dueOn: string | null; dueAt: string }>>(sql`
    select id, due_on::text as "dueOn", due_at as "dueAt" from need
    where ${inTenantsOf(sql`need`, needs)} and due_at is not null and status not in ('offered', 'in_progress')`);
  return new Map(rows.map(({ id, dueOn, dueAt }) => [id, dueOn ?? isoTime(dueAt)]));
}

/** Events of needs, with the stored date of each need that has none. */
export async function withStoredDates(
  tx: Transaction,
  needs: readonly IdOfTenant[],
  events: ReadonlyMap<string, readonly ConnectorEvent[]>,
): Promise<ReadonlyMap<string, readonly ConnectorEvent[]>> {
  const stored = await storedDates(
    tx,
    needs.filter(({ id }) => !events.has(id)),
  );
  const dated = [...stored].map(([id, date]) => [id, [{ data: { due_at: date } }]] as const);
  return new Map([...events, ...dated]);
}
