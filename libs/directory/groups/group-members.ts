import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, sqlArray } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { namedWorkers } from '../workers/named-workers.js';
import { WorkerGroup } from '../workers/worker-group.entity.js';
import type { ChangeMembersBody } from './group-members.dto.js';
import { type GroupView, readGroup } from './group.view.js';

/** The UUIDs of workers who become members, and of those who no longer are. */
interface MemberChange {
  readonly joining: readonly string[];
  readonly leaving: readonly string[];
}

/** Adds members to a group and removes them. The `groups` of a worker show the same memberships. */
@Injectable()
export class GroupMembers {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /**
   * Idempotent: ignores workers to add who are members already, and workers to remove who are not.
   * @throws NotFound for an unknown group, and naming each unknown worker; Stale
   */
  change(groupId: string, { add = [], remove = [] }: ChangeMembersBody, ifMatch: string | null): Promise<GroupView> {
    return this.database.inTenant(async (tx) => {
      const leaving = new Set(await workersOf(tx, 'remove', remove));
      const joining = (await workersOf(tx, 'add', add)).filter((id) => !leaving.has(id));
      await this.changeIn(tx, groupId, { joining, leaving: [...leaving] }, ifMatch);
      return readGroup(tx, groupId);
    });
  }

  /**
   * The same within a transaction.
   * @param groupId UUID
   * @throws NotFound for an unknown group or worker, Stale
   */
  async changeIn(
    tx: TenantTransaction,
    groupId: string,
    { joining, leaving }: MemberChange,
    ifMatch: string | null = null,
  ): Promise<void> {
    const { actor } = this.scope.tenant;
    demandVersion(ifMatch, await lock(tx, groupId, [...joining, ...leaving]));
    const joined = await join(tx, groupId, joining);
    const left = await leave(tx, groupId, leaving);
    const changed = [...joined, ...left];
    if (changed.length === 0) return;
    await tx.execute(sql`
      update worker set version = version + 1, updated_at = now()
      where tenant_id = ${tx.tenantId} and id = any (${sqlArray(changed)}::uuid[])`);
    audit(tx, {
      actor,
      action: 'group.members_changed',
      subject: { kind: 'group', id: groupId },
      after: { added: joined, removed: left },
    });
    await this.changes.publish(tx, { workerIds: changed, siteKeys: [] });
  }
}

/** @throws NotFound naming each element that is no worker's id */
async function workersOf(tx: TenantTransaction, field: string, shown: readonly string[]): Promise<string[]> {
  try {
    return await namedWorkers(tx, field, shown);
  } catch (error) {
    throw error instanceof Invalid ? new NotFound('worker', error.errors) : error;
  }
}

/**
 * Locks the group and the workers until the transaction ends.
 * @returns the version of the group
 * @throws NotFound
 */
async function lock(tx: TenantTransaction, groupId: string, workerIds: readonly string[]): Promise<number> {
  const group = await tx.findOne(WorkerGroup, { id: groupId }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (group === null) throw new NotFound('group');
  const known = await tx.execute(sql`
    select id from worker where tenant_id = ${tx.tenantId} and id = any (${sqlArray(workerIds)}::uuid[])
    order by id for update`);
  if (known.length < workerIds.length) throw new NotFound('worker');
  return group.version;
}

/** @returns the ids of the workers who were no members before */
async function join(tx: TenantTransaction, groupId: string, workerIds: readonly string[]): Promise<string[]> {
  const joined = await tx.execute<Array<{ id: string }>>(sql`
    insert into worker_group_member (tenant_id, group_id, worker_id)
    select ${tx.tenantId}::uuid, ${groupId}::uuid, id from unnest(${sqlArray(workerIds)}::uuid[]) as given (id)
    on conflict do nothing returning worker_id as id`);
  return joined.map(({ id }) => id);
}

/** @returns the ids of the workers who were members before */
async function leave(tx: TenantTransaction, groupId: string, workerIds: readonly string[]): Promise<string[]> {
  const left = await tx.execute<Array<{ id: string }>>(sql`
    delete from worker_group_member
    where tenant_id = ${tx.tenantId} and group_id = ${groupId} and worker_id = any (${sqlArray(workerIds)}::uuid[])
    returning worker_id as id`);
  return left.map(({ id }) => id);
}
