import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { Invalid, NotFound, readFields } from '#platform/errors';
import { audit } from '#tenancy';
import { lockWorkers } from '../../workers/find-workers.js';
import { type WorkerFields, type WorkerRecord, faultsOf, isSame, mergeWorker } from '../../workers/worker-record.js';
import { readWorker, recordOf } from '../../workers/worker-rows.js';
import { ChangeWorkerBody } from '../../workers/worker.dto.js';
import { WorkerWriter } from '../../workers/worker-writer.js';
import { filterCondition } from '../filter/scim-filter.js';
import type { ScimCall } from '../scim-call.js';
import { ListResponse } from '../scim-schemas.js';
import { patchUser } from './patch-user.js';
import { type KnownUser, notDeleted, readUsers, saveTold, userNameTaken, userView } from './scim-user-rows.js';
import { ScimUserRecord } from './scim-user.entity.js';
import { type ScimUser, fieldsOf, presentAsTold, readUser, unprovisioned } from './scim-user.js';
import { userAttributes } from './user-attributes.js';

/**
 * The workers of a tenant as the users of SCIM. All of them: those of whom a provider has told nothing yet can be
 * found, and taken over.
 */
@Injectable()
export class ScimUsers {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly writer: WorkerWriter,
  ) {}

  /** @throws ScimError for a filter that cannot be had */
  list(call: ScimCall): Promise<object> {
    const { filter, startIndex, count } = call;
    return this.database.inTenant(async (tx) => {
      const condition = filter === undefined ? sql`true` : filterCondition(filter, userAttributes(tx.tenantId));
      const matching = sql`from worker where worker.tenant_id = ${tx.tenantId} and ${notDeleted(tx.tenantId)} and (${condition})`;
      const [all] = await tx.execute<Array<{ total: number }>>(sql`select count(*)::integer as total ${matching}`);
      const page =
        count === 0
          ? []
          : await tx.execute<Array<{ id: string }>>(
              sql`select worker.id ${matching} order by worker.id limit ${count} offset ${startIndex - 1}`,
            );
      const users = await readUsers(
        tx,
        page.map(({ id }) => id),
      );
      return new ListResponse(
        users.map((user) => userView(user, call)),
        { totalResults: all?.total ?? 0, startIndex, count: users.length },
      );
    });
  }

  /** @throws NotFound */
  read(id: string, call: ScimCall): Promise<object> {
    return this.database.inTenant(async (tx) => userView(await userOf(tx, id), call));
  }

  /** A worker who is there already and was not a user yet becomes one. @throws ScimError, Invalid, KeyTaken */
  create(call: ScimCall): Promise<object> {
    const now = readUser(call.body);
    return this.database.inTenant(async (tx) => {
      const known = await this.toBeTakenOver(tx, now);
      const fields = { ...fieldsOf(now, null, known), active: now.active ?? true };
      return this.store(tx, { known, told: null, now, fields }, call);
    });
  }

  /**
   * What the provider says of a worker takes the place of what it said before. @throws NotFound, ScimError, Invalid,
   * KeyTaken
   */
  replace(id: string, call: ScimCall): Promise<object> {
    return this.change(id, call, () => Promise.resolve(readUser(call.body)));
  }

  /** @throws NotFound, ScimError, Invalid, KeyTaken */
  patch(id: string, call: ScimCall): Promise<object> {
    return this.change(id, call, (before) => patchUser(before, call.body));
  }

  /** The worker has left, and is seen by the provider no more; what was learnt stays. @throws NotFound */
  async remove(id: string): Promise<void> {
    await this.database.inTenant(async (tx) => {
      const { row, told } = await userOf(tx, id, { lock: true });
      const worker = recordOf(row);
      if (worker.active) await this.writer.write(tx, worker, { ...worker, active: false });
      await saveTold(tx, id, told ?? unprovisioned(worker), { isDeleted: true });
    });
  }

  private change(id: string, call: ScimCall, say: (before: ScimUser) => Promise<ScimUser>): Promise<object> {
    return this.database.inTenant(async (tx) => {
      const { row, told } = await userOf(tx, id, { lock: true });
      const known = recordOf(row);
      // Its external id is not one that the provider gave.
      const before = presentAsTold(told ?? { userName: unprovisioned(known).userName }, known);
      const now = await say(before);
      return this.store(tx, { known, told, now, fields: fieldsOf(now, before, known) }, call);
    });
  }

  private async store(tx: TenantTransaction, { known, told, now, fields }: Change, call: ScimCall): Promise<object> {
    const { tenantId, actor } = this.scope.tenant;
    const after = storable(mergeWorker(known, checked(now, fields), ids.next()));
    if (known === null || !isSame(known, after)) await this.writer.write(tx, known, after);
    await saveTold(tx, after.id, now);
    const [before, names] = [told === null ? {} : namesOf(told), namesOf(now)];
    if (JSON.stringify(before) !== JSON.stringify(names))
      audit(tx, {
        tenantId,
        actor,
        action: 'worker.provisioned',
        subject: { kind: 'worker', id: after.id },
        before,
        after: names,
      });
    return userView(await userOf(tx, after.id), call);
  }

  /**
   * The worker whom a new user names by a key, locked. @throws ScimError where a user has the name, or the worker is
   * one
   */
  private async toBeTakenOver(tx: TenantTransaction, now: ScimUser): Promise<WorkerRecord | null> {
    const userNameKey = now.userName.toLowerCase();
    if ((await tx.count(ScimUserRecord, { userNameKey, deletedAt: null })) > 0) throw userNameTaken();
    const keys = fieldsOf(now, null, null);
    const [workerId = null] = await lockWorkers(tx, [keys]);
    if (workerId === null) return null;
    if ((await tx.count(ScimUserRecord, { workerId, deletedAt: null })) > 0) throw userNameTaken();
    const row = await readWorker(tx, workerId);
    return row === null ? null : recordOf(row);
  }
}

interface Change {
  /** Null: the worker is new. */
  readonly known: WorkerRecord | null;
  readonly told: ScimUser | null;
  readonly now: ScimUser;
  readonly fields: WorkerFields;
}

function namesOf({ userName, externalId }: ScimUser): object {
  return { userName, externalId: externalId ?? null };
}

/** @throws NotFound */
async function userOf(tx: TenantTransaction, id: string, { lock = false } = {}): Promise<KnownUser> {
  // By a statement of its own, so that what is read is not older than the lock.
  if (lock) await tx.execute(sql`select from worker where tenant_id = ${tx.tenantId} and id = ${id} for update`);
  const [user] = await readUsers(tx, [id]);
  if (user === undefined) throw new NotFound('user');
  return user;
}

const LONGEST_NAME = 320;

/** The same is asked of a worker, whoever tells of it. @throws Invalid */
function checked({ userName, externalId = '' }: ScimUser, fields: WorkerFields): WorkerFields {
  const read = readFields(ChangeWorkerBody, fields);
  const tooLong = Object.entries({ userName, externalId }).flatMap(([field, text]) =>
    text.length > LONGEST_NAME ? [{ field, message: `has at most ${LONGEST_NAME} characters` }] : [],
  );
  const errors = [...('errors' in read ? read.errors : []), ...tooLong];
  if ('errors' in read || errors.length > 0) throw new Invalid(errors);
  return read.fields;
}

/** @throws Invalid */
function storable(worker: WorkerRecord): WorkerRecord {
  const faults = faultsOf(worker);
  if (faults.length > 0) throw new Invalid(faults);
  return worker;
}
