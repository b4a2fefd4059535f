import { LRUCache } from 'lru-cache';
import type { Transaction } from '#platform/database';

/** A tenant keeps its slug for life. */
const slugs = new LRUCache<string, string>({ max: 10_000 });

/**
 * The slug of the tenant in scope: jobs carry its id alone, and a person who reads the metrics knows it by its slug.
 */
export async function slugOf(tx: Transaction, tenantId: string): Promise<string> {
  const known = slugs.get(tenantId);
  if (known !== undefined) return known;
  const [row] = await tx.execute<Array<{ slug: string }>>('select slug from tenant where id = ?', [tenantId]);
  if (row === undefined) return '';
  slugs.set(tenantId, row.slug);
  return row.slug;
}
