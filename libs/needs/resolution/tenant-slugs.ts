import { sql } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import type { TenantTransaction } from '#platform/database';

/** A tenant keeps its slug for life. */
const slugs = new LRUCache<string, string>({ max: 10_000 });

/**
 * The slug of the tenant in scope: jobs carry its id alone, and a person who reads the metrics knows it by its slug.
 */
export async function slugOf(tx: TenantTransaction): Promise<string> {
  const known = slugs.get(tx.tenantId);
  if (known !== undefined) return known;
  const [row] = await tx.execute<Array<{ slug: string }>>(sql`select slug from tenant where id = ${tx.tenantId}`);
  if (row === undefined) return '';
  slugs.set(tx.tenantId, row.slug);
  return row.slug;
}
