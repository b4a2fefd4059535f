import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type Transaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion, pageOf } from '#platform/http';
import { nameKeyOf } from '#platform/text';
import { audit } from '#tenancy';
import type { NameBody, NamesQuery } from '../names/name.dto.js';
import { StillUsed, mapNameConflict } from '../names/name.errors.js';
import { listByName } from '../names/name-list.js';
import { WorkerGroup, WorkerGroupMember } from '../workers/worker-group.entity.js';
import { ScimGroupRecord } from './scim-group.entity.js';
import { type GroupPage, type GroupView, groupView, readGroup, selectGroups } from './group.view.js';

@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /** By name. */
  list(query: NamesQuery): Promise<GroupPage> {
    return this.database.inTenant(async (tx) => {
      const rows = await listByName(tx, 'worker_group', selectGroups(tx.tenantId), query);
      return pageOf(rows, query.limit, groupView, ({ nameKey }) => [nameKey]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<GroupView> {
    return this.database.inTenant((tx) => readGroup(tx, id));
  }

  /** @throws NameTaken */
  create({ name }: NameBody): Promise<GroupView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const id = ids.next();
      tx.create(WorkerGroup, { tenantId: tx.tenantId, id, name, nameKey: nameKeyOf(name) });
      audit(tx, {
        actor,
        action: 'group.created',
        subject: { kind: 'group', id },
        after: { name },
      });
      await mapNameConflict('group', () => tx.flush());
      return readGroup(tx, id);
    });
  }

  /** @throws NotFound, Stale, NameTaken */
  rename(id: string, { name }: NameBody, ifMatch: string | null): Promise<GroupView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const group = await locked(tx, id);
      demandVersion(ifMatch, group.version);
      if (group.name !== name) {
        audit(tx, {
          actor,
          action: 'group.renamed',
          subject: { kind: 'group', id },
          before: { name: group.name },
          after: { name },
        });
        tx.assign(group, { name, nameKey: nameKeyOf(name), version: group.version + 1 });
        await mapNameConflict('group', () => tx.flush());
      }
      return readGroup(tx, id);
    });
  }

  /** Deletes a group without active workers; inactive ones leave it. @throws NotFound, Stale, StillUsed */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      // Workers are locked before the group, in the order of a transaction that changes a worker.
      await tx.execute(sql`
        select from worker where tenant_id = ${tx.tenantId} and not active and id in (
          select worker_id from worker_group_member where tenant_id = ${tx.tenantId} and group_id = ${id}
        ) order by id for update`);
      const group = await locked(tx, id);
      demandVersion(ifMatch, group.version);
      const { workers } = await readGroup(tx, id);
      if (workers > 0) throw new StillUsed('group', workers);
      audit(tx, {
        actor,
        action: 'group.deleted',
        subject: { kind: 'group', id },
        before: { name: group.name },
      });
      await tx.nativeDelete(WorkerGroupMember, { groupId: id });
      await tx.nativeDelete(ScimGroupRecord, { groupId: id });
      tx.remove(group);
    });
  }
}

async function locked(tx: Transaction, id: string): Promise<WorkerGroup> {
  const group = await tx.findOne(WorkerGroup, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (group === null) throw new NotFound('group');
  return group;
}
