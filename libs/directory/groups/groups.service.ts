import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type Transaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { pageOf } from '#platform/http';
import { audit } from '#tenancy';
import type { NameBody, NamesQuery } from '../names/name.dto.js';
import { StillUsed, claimingName } from '../names/name.errors.js';
import { listByName } from '../names/name-list.js';
import { siteKey } from '../sites/site-key.js';
import { WorkerGroup, WorkerGroupMember } from '../workers/worker-group.entity.js';
import { type GroupPage, type GroupRow, type GroupView, SELECT_GROUPS, groupView } from './group.view.js';

@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /** By name. */
  list(query: NamesQuery): Promise<GroupPage> {
    return this.database.inTenant(async (tx, tenantId) => {
      const rows = await listByName<GroupRow>(tx, 'worker_group', { sql: SELECT_GROUPS, values: [tenantId] }, tenantId, query);
      return pageOf(rows, query.limit, groupView, ({ nameKey }) => [nameKey]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<GroupView> {
    return this.database.inTenant((tx, tenantId) => read(tx, tenantId, id));
  }

  /** @throws NameTaken */
  create({ name }: NameBody): Promise<GroupView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx, tenantId) => {
      const id = ids.next();
      tx.create(WorkerGroup, { tenantId, id, name, nameKey: siteKey(name) });
      audit(tx, { tenantId, actor, action: 'group.created', subject: { kind: 'group', id }, after: { name } });
      await claimingName('group', () => tx.flush());
      return read(tx, tenantId, id);
    });
  }

  /** @throws NotFound, NameTaken */
  rename(id: string, { name }: NameBody): Promise<GroupView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx, tenantId) => {
      const group = await locked(tx, id);
      if (group.name !== name) {
        audit(tx, { tenantId, actor, action: 'group.renamed', subject: { kind: 'group', id }, before: { name: group.name }, after: { name } });
        tx.assign(group, { name, nameKey: siteKey(name) });
        await claimingName('group', () => tx.flush());
      }
      return read(tx, tenantId, id);
    });
  }

  /** Deletes a group without active workers; inactive ones leave it. @throws NotFound, StillUsed */
  async remove(id: string): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx, tenantId) => {
      const group = await locked(tx, id);
      const { workers } = await read(tx, tenantId, id);
      if (workers > 0) throw new StillUsed('group', workers);
      audit(tx, { tenantId, actor, action: 'group.deleted', subject: { kind: 'group', id }, before: { name: group.name } });
      await tx.nativeDelete(WorkerGroupMember, { groupId: id });
      tx.remove(group);
    });
  }
}

async function locked(tx: Transaction, id: string): Promise<WorkerGroup> {
  const group = await tx.findOne(WorkerGroup, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (group === null) throw new NotFound('group');
  return group;
}

async function read(tx: Transaction, tenantId: string, id: string): Promise<GroupView> {
  const [row] = await tx.execute<GroupRow[]>(`${SELECT_GROUPS} where worker_group.tenant_id = ? and worker_group.id = ?`, [tenantId, tenantId, id]);
  if (row === undefined) throw new NotFound('group');
  return groupView(row);
}
