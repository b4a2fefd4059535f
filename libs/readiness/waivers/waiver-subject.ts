import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import { nameKeyOf } from '#platform/text';
import { Requirement } from '../requirements/requirement.entity.js';
import type { CreateWaiverBody } from './waiver.dto.js';
import type { Waiver } from './waiver.entity.js';

/** What a waiver exempts from: one of the three is set, a credential with its key. */
export type WaiverSubject = Pick<Waiver, 'requirementId' | 'credential' | 'credentialKey' | 'needId'>;

const NOTHING = { requirementId: null, credential: null, credentialKey: null, needId: null };

/**
 * Finds what a body exempts a worker from.
 * @throws Invalid if it names none or several, or something that the worker has no reason by
 */
export async function findWaiverSubject(
  tx: TenantTransaction,
  workerId: string,
  { requirementId, credential, needId }: CreateWaiverBody,
): Promise<WaiverSubject> {
  const given = Object.entries({ requirementId, credential, needId }).filter(([, value]) => value !== undefined);
  if (given.length !== 1)
    throw new Invalid([
      {
        field: given[1]?.[0] ?? 'requirementId',
        message: 'exactly one of requirementId, credential and needId must be given',
      },
    ]);
  if (requirementId !== undefined) {
    const id = ids.parse('req', requirementId);
    if (id === null || !(await lockRequirement(tx, id)))
      throw new Invalid([{ field: 'requirementId', message: 'names no requirement' }]);
    return { ...NOTHING, requirementId: id };
  }
  if (credential !== undefined) {
    const credentialKey = nameKeyOf(credential);
    if (!(await isCredential(tx, workerId, credentialKey)))
      throw new Invalid([
        { field: 'credential', message: 'names no credential that the worker holds or a requirement names' },
      ]);
    return { ...NOTHING, credential, credentialKey };
  }
  const id = ids.parse('need', needId ?? '');
  if (id === null || !(await reaches(tx, workerId, id)))
    throw new Invalid([{ field: 'needId', message: 'names no need of this worker' }]);
  return { ...NOTHING, needId: id };
}

/** Keeps a requirement until the transaction ends. Its deletion, which waits for that, ends the stored waivers. */
async function lockRequirement(tx: TenantTransaction, id: string): Promise<boolean> {
  return (await tx.findOne(Requirement, { id }, { fields: ['id'], lockMode: LockMode.PESSIMISTIC_READ })) !== null;
}

async function isCredential(tx: TenantTransaction, workerId: string, key: string): Promise<boolean> {
  const [row] = await tx.execute<Array<{ isKnown: boolean }>>(sql`
    select exists (select from credential where tenant_id = ${tx.tenantId} and worker_id = ${workerId}::uuid
        and name_key = ${key})
      or exists (select from requirement where tenant_id = ${tx.tenantId} and credential_key = ${key}) as "isKnown"`);
  return row?.isKnown === true;
}

async function reaches(tx: TenantTransaction, workerId: string, needId: string): Promise<boolean> {
  const [row] = await tx.execute<Array<{ isReached: boolean }>>(sql`
    select exists (select from need_person
        where tenant_id = ${tx.tenantId} and need_id = ${needId}::uuid and worker_id = ${workerId}::uuid)
      or exists (select from need
        where need.tenant_id = ${tx.tenantId} and need.id = ${needId}::uuid
          and need.worker_id = ${workerId}::uuid) as "isReached"`);
  return row?.isReached === true;
}
