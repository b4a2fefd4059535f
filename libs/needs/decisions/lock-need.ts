import { LockMode } from '@mikro-orm/core';
import type { TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { Need } from '../need.entity.js';

/** Locks a need for a person's decision. @throws NotFound, Stale */
export async function lockNeed(
  tx: TenantTransaction,
  id: string,
  ifMatch: string | null,
): Promise<{ version: number; apart: boolean }> {
  const need = await tx.findOne(Need, { id }, { fields: ['version', 'apart'], lockMode: LockMode.PESSIMISTIC_WRITE });
  if (need === null) throw new NotFound('need');
  demandVersion(ifMatch, need.version);
  return need;
}
