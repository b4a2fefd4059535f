import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { Draft } from './draft.entity.js';
import { UNDER_WAY } from './draft.transitions.js';

/**
 * Locks a topic until the transaction ends, and then its draft that is under way. Every start of a draft calls it
 * first, so that one topic never gets two. Drafts are locked before needs.
 */
export async function lockUnderWay(tx: TenantTransaction, topicKey: string): Promise<Draft | null> {
  const key = sql`hashtextextended('draft:' || ${tx.tenantId} || ':' || ${topicKey}, 0)`;
  await tx.execute(sql`select pg_advisory_xact_lock(${key})`);
  return tx.findOne(Draft, { topicKey, status: { $in: [...UNDER_WAY] } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
