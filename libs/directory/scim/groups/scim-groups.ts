import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { nameKeyOf } from '#platform/text';
import { audit } from '#tenancy';
import { GroupMembers } from '../../groups/group-members.js';
import { mapNameConflict } from '../../names/name.errors.js';
import { WorkerGroup, WorkerGroupMember } from '../../workers/worker-group.entity.js';
import { type FilterAttributes, filterCondition } from '../filter/scim-filter.js';
import type { ScimCall } from '../scim-call.js';
import { type ScimPage, listResponse } from '../scim-page.js';
import { ScimError } from '../scim-schemas.js';
import { type GroupChanges, groupChanges } from './group-changes.js';
import { groupsWithinPageLimit, groupAttributes, readGroups } from './group-rows.js';
import { changesTo, parseGroup, parseName } from './sent-group.js';
import { ScimGroupRecord } from '../../groups/scim-group.entity.js';

/** The groups of a tenant as SCIM groups. */
@Injectable()
export class ScimGroups {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly members: GroupMembers,
  ) {}

  /** @throws ScimError for a filter that is malformed or not supported */
  list(call: ScimCall): Promise<object> {
    return this.database.inTenant(async (tx) => {
      const { total, resources } = await this.page(tx, call, groupAttributes(tx.tenantId));
      return listResponse(call, total, resources);
    });
  }

  /** @throws ScimError for a filter that is malformed, or names none of `attributes` */
  async page(tx: TenantTransaction, call: ScimCall, attributes: FilterAttributes): Promise<ScimPage> {
    const { filter, startIndex, count } = call;
    const condition = filter === undefined ? sql`true` : filterCondition(filter, attributes);
    const matching = sql`from worker_group where worker_group.tenant_id = ${tx.tenantId} and (${condition})`;
    const [all] = await tx.execute<Array<{ total: number }>>(sql`select count(*)::integer as total ${matching}`);
    const page =
      count === 0
        ? []
        : await tx.execute<Array<{ id: string }>>(
            sql`select worker_group.id ${matching} order by worker_group.id limit ${count} offset ${startIndex - 1}`,
          );
    const fitting = await groupsWithinPageLimit(
      tx,
      page.map(({ id }) => id),
      call,
    );
    return { total: all?.total ?? 0, resources: await readGroups(tx, fitting, call) };
  }

  /** @throws NotFound */
  read(id: string, call: ScimCall): Promise<object> {
    return this.database.inTenant((tx) => readGroupView(tx, id, call));
  }

  /** @throws ScimError, Invalid, NameTaken */
  create(call: ScimCall): Promise<object> {
    const group = parseGroup(call.body);
    return this.database.inTenant(async (tx) => {
      const id = ids.next();
      const { name } = parseName(group.displayName);
      tx.create(WorkerGroup, { tenantId: tx.tenantId, id, name, nameKey: nameKeyOf(name) });
      await mapNameConflict('group', () => tx.flush());
      audit(tx, {
        actor: this.scope.tenant.actor,
        action: 'group.created',
        subject: { kind: 'group', id },
        after: { name },
      });
      await this.apply(tx, id, { ...changesTo(group), displayName: undefined });
      return readGroupView(tx, id, call);
    });
  }

  /** A body without `members` keeps the members. @throws NotFound, ScimError, Invalid, NameTaken */
  replace(id: string, call: ScimCall): Promise<object> {
    return this.database.inTenant(async (tx) => {
      await demandGroup(tx, id);
      await this.apply(tx, id, changesTo(parseGroup(call.body)));
      return readGroupView(tx, id, call);
    });
  }

  /**
   * @returns the group if the request names attributes, else nothing, because a group may have very many members
   * (RFC 7644, section 3.5.2)
   * @throws NotFound, ScimError, Invalid, NameTaken
   */
  patch(id: string, call: ScimCall): Promise<object | undefined> {
    return this.database.inTenant(async (tx) => {
      await demandGroup(tx, id);
      await this.apply(tx, id, groupChanges(call.body));
      return call.attributes === undefined ? undefined : readGroupView(tx, id, call);
    });
  }

  /** Deletes the group, not its members. @throws NotFound */
  async remove(id: string): Promise<void> {
    await this.database.inTenant(async (tx) => {
      const { name } = await demandGroup(tx, id);
      await lockGroup(tx, id);
      // Members are locked before the group's row, in the order of a transaction that changes a member.
      await tx.execute(sql`
        select from worker where tenant_id = ${tx.tenantId} and id in (
          select worker_id from worker_group_member where tenant_id = ${tx.tenantId} and group_id = ${id}
        ) order by id for update`);
      // Waits for transactions that add members: these hold a shared lock of the row.
      await tx.findOne(WorkerGroup, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await this.apply(tx, id, { removesAll: true, added: new Set(), removed: new Set() });
      await tx.nativeDelete(ScimGroupRecord, { groupId: id });
      await tx.nativeDelete(WorkerGroupMember, { groupId: id });
      await tx.nativeDelete(WorkerGroup, { id });
      audit(tx, {
        actor: this.scope.tenant.actor,
        action: 'group.deleted',
        subject: { kind: 'group', id },
        before: { name },
      });
    });
  }

  private async apply(
    tx: TenantTransaction,
    id: string,
    { displayName, externalId, removesAll, added, removed }: GroupChanges,
  ): Promise<void> {
    if ((externalId?.length ?? 0) > MAX_EXTERNAL_ID_LENGTH) {
      throw new Invalid([{ field: 'externalId', message: `has at most ${MAX_EXTERNAL_ID_LENGTH} characters` }]);
    }
    // Until the end of the transaction, no other request replaces the members or deletes the group. Taken first: two
    // requests that both hold the shared lock of new members could not both lock the group for its name.
    const isAlone = displayName !== undefined || externalId !== undefined || removesAll;
    if (isAlone && (await lockGroup(tx, id)) === null) throw new NotFound('group');
    if (externalId !== undefined) await tx.upsert(ScimGroupRecord, { tenantId: tx.tenantId, groupId: id, externalId });
    const joining = uuidsOf(added);
    // Removing an unknown worker, or one who is no member, is no error.
    const leaving = removesAll
      ? await memberIdsExcept(tx, id, new Set(joining))
      : await existingWorkerIds(
          tx,
          [...removed].flatMap((shown) => ids.parse('wrk', shown) ?? []),
        );
    if ((await existingWorkerIds(tx, joining)).length < joining.length) throw unknownUser();
    if (joining.length + leaving.length > 0) await this.members.changeIn(tx, id, { joining, leaving });
    if (displayName !== undefined) await this.rename(tx, id, parseName(displayName).name);
  }

  private async rename(tx: TenantTransaction, id: string, name: string): Promise<void> {
    const group = await lockGroup(tx, id);
    if (group === null || group.name === name) return;
    const before = { name: group.name };
    tx.assign(group, { name, nameKey: nameKeyOf(name), version: group.version + 1 });
    await mapNameConflict('group', () => tx.flush());
    audit(tx, {
      actor: this.scope.tenant.actor,
      action: 'group.renamed',
      subject: { kind: 'group', id },
      before,
      after: { name },
    });
  }
}

/** The same as for users. */
const MAX_EXTERNAL_ID_LENGTH = 320;

/** @throws NotFound */
async function demandGroup(tx: TenantTransaction, id: string): Promise<WorkerGroup> {
  const group = await tx.findOne(WorkerGroup, { id });
  if (group === null) throw new NotFound('group');
  return group;
}

/**
 * Locks a group against other requests that change it. The lock allows `for key share`, which a request takes on the
 * group after it has locked one of its workers. Otherwise that request would wait for one that has locked the group and
 * waits for the worker.
 */
async function lockGroup(tx: TenantTransaction, id: string): Promise<WorkerGroup | null> {
  await tx.execute(sql`select from worker_group where tenant_id = ${tx.tenantId} and id = ${id} for no key update`);
  return tx.findOne(WorkerGroup, { id }, { refresh: true });
}

async function readGroupView(tx: TenantTransaction, id: string, call: ScimCall): Promise<object> {
  await tx.flush();
  const [group] = await readGroups(tx, [id], call);
  if (group === undefined) throw new NotFound('group');
  return group;
}

/** The ids of a group's members, with exceptions. */
async function memberIdsExcept(
  tx: TenantTransaction,
  groupId: string,
  excepted: ReadonlySet<string>,
): Promise<string[]> {
  const members = await tx.execute<Array<{ id: string }>>(
    sql`select worker_id as id from worker_group_member where tenant_id = ${tx.tenantId} and group_id = ${groupId}`,
  );
  return members.flatMap(({ id }) => (excepted.has(id) ? [] : [id]));
}

function uuidsOf(shown: ReadonlySet<string>): string[] {
  return [...shown].map((text) => {
    const id = ids.parse('wrk', text);
    if (id === null) throw unknownUser();
    return id;
  });
}

async function existingWorkerIds(tx: TenantTransaction, workerIds: readonly string[]): Promise<string[]> {
  if (workerIds.length === 0) return [];
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from worker
    where tenant_id = ${tx.tenantId}
      and id in (select jsonb_array_elements_text(${JSON.stringify(workerIds)}::jsonb)::uuid)`);
  return rows.map(({ id }) => id);
}

function unknownUser(): InstanceType<typeof ScimError> {
  return new ScimError(400, 'invalidValue', 'a member must be the id of a user, and one of these is not');
}
