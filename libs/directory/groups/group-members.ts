import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, type Transaction, ids, sqlArray } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import type { ChangeMembersBody } from './group-members.dto.js';
import { type GroupView, readGroup } from './group.view.js';

/** Who is in a group, from the group's side; a worker's own `groups` say the same from the other. */
@Injectable()
export class GroupMembers {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /**
   * Those who are in already, or out, stay so: the same call may come twice. @throws NotFound for an unknown group or
   * worker, Stale
   */
  change(groupId: string, { add = [], remove = [] }: ChangeMembersBody, ifMatch: string | null): Promise<GroupView> {
    const leaving = uuidsOf(remove);
    const joining = uuidsOf(add).filter((id) => !leaving.includes(id));
    return this.database.inTenant(async (tx) => {
      await this.changeIn(tx, groupId, joining, leaving, ifMatch);
      return readGroup(tx, groupId);
    });
  }

  /**
   * The same in a transaction that is under way; all ids are UUIDs. @throws NotFound for an unknown group or worker,
   * Stale
   */
  async changeIn(
    tx: TenantTransaction,
    groupId: string,
    joining: readonly string[],
    leaving: readonly string[],
    ifMatch: string | null = null,
  ): Promise<void> {
    const { tenantId, actor } = this.scope.tenant;
    demandVersion(ifMatch, await lock(tx, groupId, [...joining, ...leaving]));
    const joined = await idsIn(tx, JOIN, [tenantId, groupId, sqlArray(joining)]);
    const left = await idsIn(tx, LEAVE, [tenantId, groupId, sqlArray(leaving)]);
    const changed = [...joined, ...left];
    if (changed.length === 0) return;
    await tx.execute(
      'update worker set version = version + 1, updated_at = now() where tenant_id = ? and id = any (?::uuid[])',
      [tenantId, sqlArray(changed)],
    );
    audit(tx, {
      tenantId,
      actor,
      action: 'group.members_changed',
      subject: { kind: 'group', id: groupId },
      after: { added: joined, removed: left },
    });
    await this.changes.publish(tx, { workerIds: changed, siteKeys: [] });
  }
}

/** @throws NotFound where a text is no worker's id */
function uuidsOf(shown: readonly string[]): string[] {
  const uuids = shown.map((text) => ids.parse('wrk', text));
  return [...new Set(uuids.map((uuid) => uuid ?? unknownWorker()))];
}

function unknownWorker(): never {
  throw new NotFound('worker');
}

/**
 * Keeps the group and the workers from being deleted, or changed by another, until the transaction ends. @returns the
 * group's version @throws NotFound
 */
async function lock(tx: TenantTransaction, groupId: string, workerIds: readonly string[]): Promise<number> {
  const [group] = await tx.execute<Array<{ version: number }>>(
    'select version from worker_group where tenant_id = ? and id = ? for share',
    [tx.tenantId, groupId],
  );
  if (group === undefined) throw new NotFound('group');
  const known = await tx.execute(
    'select id from worker where tenant_id = ? and id = any (?::uuid[]) order by id for update',
    [tx.tenantId, sqlArray(workerIds)],
  );
  if (known.length < workerIds.length) unknownWorker();
  return group.version;
}

async function idsIn(tx: Transaction, sql: string, values: unknown[]): Promise<string[]> {
  return (await tx.execute<Array<{ id: string }>>(sql, values)).map(({ id }) => id);
}

const JOIN = `
  insert into worker_group_member (tenant_id, group_id, worker_id) select ?::uuid, ?::uuid, id from unnest(?::uuid[]) as given (id)
  on conflict do nothing returning worker_id as id`;

const LEAVE =
  'delete from worker_group_member where tenant_id = ? and group_id = ? and worker_id = any (?::uuid[]) returning worker_id as id';
