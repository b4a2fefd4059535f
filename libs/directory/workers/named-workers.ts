import { type TenantTransaction, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Worker } from './worker.entity.js';

/**
 * The workers that a body names by their ids (`wrk_…`), including those who have left.
 * @param field the array in the body
 * @returns UUIDs, in ascending order, each once
 * @throws Invalid naming each element that is no worker's id
 */
export async function namedWorkers(
  tx: TenantTransaction,
  field: string,
  shownIds: readonly string[],
): Promise<string[]> {
  const parsed = shownIds.map((text) => ids.parse('wrk', text));
  const wanted = parsed.flatMap((id) => id ?? []);
  const found = await tx.find(Worker, { id: { $in: wanted } }, { fields: ['id'], orderBy: { id: 'asc' } });
  const known = new Set(found.map(({ id }) => id));
  const errors = parsed.flatMap((id, index) =>
    id !== null && known.has(id) ? [] : [{ field: `${field}.${index}`, message: 'names no worker' }],
  );
  if (errors.length > 0) throw new Invalid(errors);
  return [...known];
}
