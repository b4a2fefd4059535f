import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { Invalid, NotFound, readFields } from '#platform/errors';
import { audit } from '#tenancy';
import { lockWorkers } from '../../workers/find-workers.js';
import { type WorkerFields, type WorkerRecord, demandValid, mergeWorker } from '../../workers/worker-record.js';
import { lockWorker, readWorker, recordOf } from '../../workers/worker-rows.js';
import { ChangeWorkerBody } from '../../workers/worker.dto.js';
import { WorkerWriter } from '../../workers/worker-writer.js';
import { type FilterAttributes, filterCondition } from '../filter/scim-filter.js';
import type { ScimCall } from '../scim-call.js';
import { type ScimPage, listResponse } from '../scim-page.js';
import { ENTERPRISE_SCHEMA } from '../scim-schemas.js';
import { patchUser } from './patch-user.js';
import { type KnownUser, notDeleted, readUsers, saveLastSent, userNameTaken, userView } from './scim-user-rows.js';
import { ScimUserRecord } from './scim-user.entity.js';
import { readUser } from './read-user.js';
import type { ScimUser, SentUser } from './scim-user.js';
import {
  type PatchedUser,
  changedFields,
  currentUserAsSent,
  patchSent,
  userOfWorker,
  withKeyFromName,
} from './worker-as-user.js';
import { userAttributes } from './user-attributes.js';

/**
 * The workers of a tenant as SCIM users. Workers without data from the provider are users too, so that it can find
 * them and take them over.
 */
@Injectable()
export class ScimUsers {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly writer: WorkerWriter,
  ) {}

  /** @throws ScimError for a filter that is malformed or not supported */
  list(call: ScimCall): Promise<object> {
    return this.database.inTenant(async (tx) => {
      const { total, resources } = await this.page(tx, call, userAttributes(tx.tenantId));
      return listResponse(call, total, resources);
    });
  }

  /** @throws ScimError for a filter that is malformed, or names none of `attributes` */
  async page(tx: TenantTransaction, call: ScimCall, attributes: FilterAttributes): Promise<ScimPage> {
    const { filter, startIndex, count } = call;
    const condition = filter === undefined ? sql`true` : filterCondition(filter, attributes);
    const matching = sql`from worker where worker.tenant_id = ${tx.tenantId} and ${notDeleted(tx.tenantId)}
      and (${condition})`;
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
    return { total: all?.total ?? 0, resources: users.map((user) => userView(user, call)) };
  }

  /** @throws NotFound */
  read(id: string, call: ScimCall): Promise<object> {
    return this.database.inTenant(async (tx) => userView(await demandUser(tx, id), call));
  }

  /** Takes over the worker that the user names by a key, or creates one. @throws ScimError, Invalid, KeyTaken */
  create(call: ScimCall): Promise<object> {
    const now = readUser(call.body);
    return this.database.inTenant(async (tx) => {
      const known = await this.findExistingWorker(tx, now);
      const fields = { ...changedFields(now, null, known), active: now.active ?? true };
      return this.store(tx, { known, lastSent: null, now, fields }, call);
    });
  }

  /**
   * Replaces the attributes that the provider sent before. Omitted attributes are cleared.
   * @throws NotFound, ScimError, Invalid, KeyTaken
   */
  replace(id: string, call: ScimCall): Promise<object> {
    return this.change(id, call, (lastSent, known) => {
      // Without an external id, which the provider has not sent.
      const sent = lastSent ?? { userName: userOfWorker(known).userName };
      return { before: currentUserAsSent(sent, known), now: readUser(call.body) };
    });
  }

  /** @throws NotFound, ScimError, Invalid, KeyTaken */
  patch(id: string, call: ScimCall): Promise<object> {
    return this.change(id, call, (lastSent, known) =>
      patchSent(lastSent, known, (shown) => patchUser(shown, call.body)),
    );
  }

  /** Deactivates the worker and hides them from the provider; their history is kept. @throws NotFound */
  async remove(id: string): Promise<void> {
    await this.database.inTenant(async (tx) => {
      const { row, lastSent } = await demandUser(tx, id, { lock: true });
      const worker = recordOf(row);
      if (worker.active) await this.writer.write(tx, worker, { ...worker, active: false });
      await saveLastSent(tx, id, lastSent ?? userOfWorker(worker), { isDeleted: true });
    });
  }

  private change(
    id: string,
    call: ScimCall,
    update: (lastSent: SentUser | null, known: WorkerRecord) => PatchedUser,
  ): Promise<object> {
    return this.database.inTenant(async (tx) => {
      const { row, lastSent } = await demandUser(tx, id, { lock: true });
      const known = recordOf(row);
      const { before, now } = update(lastSent, known);
      return this.store(tx, { known, lastSent, now, fields: changedFields(now, before, known) }, call);
    });
  }

  private async store(
    tx: TenantTransaction,
    { known, lastSent, now, fields }: UserWrite,
    call: ScimCall,
  ): Promise<object> {
    const { actor } = this.scope.tenant;
    const after = demandValid(mergeUser(known, now, fields));
    await this.writer.write(tx, known, after);
    await saveLastSent(tx, after.id, now);
    const [before, names] = [lastSent === null ? {} : namesOf(lastSent), namesOf(now)];
    if (JSON.stringify(before) !== JSON.stringify(names))
      audit(tx, {
        actor,
        action: 'worker.provisioned',
        subject: { kind: 'worker', id: after.id },
        before,
        after: names,
      });
    return userView(await demandUser(tx, after.id), call);
  }

  /**
   * Locks the worker with a key of a new user. One who has left with another employee number is somebody else, as for
   * an import: the new user gets the keys, and not the credentials.
   * @returns null if there is none
   * @throws ScimError if another user has the name, or the worker is already a user
   */
  private async findExistingWorker(tx: TenantTransaction, now: ScimUser): Promise<WorkerRecord | null> {
    const userNameKey = now.userName.toLowerCase();
    if ((await tx.count(ScimUserRecord, { userNameKey, deletedAt: null })) > 0) throw userNameTaken();
    const keys = mergeUser(null, now, changedFields(now, null, null));
    const [workerId = null] = await lockWorkers(tx, [keys]);
    if (workerId === null) return null;
    if ((await tx.count(ScimUserRecord, { workerId, deletedAt: null })) > 0) throw userNameTaken();
    const row = await readWorker(tx, workerId);
    if (row === null) return null;
    const known = recordOf(row);
    if (!isPredecessor(known, now)) return known;
    await this.writer.write(tx, known, {
      ...known,
      email: known.email === keys.email ? null : known.email,
      learnerId: known.learnerId === keys.learnerId ? null : known.learnerId,
    });
    return null;
  }
}

function isPredecessor({ active, externalWorkerId }: WorkerRecord, now: ScimUser): boolean {
  const number = now[ENTERPRISE_SCHEMA]?.employeeNumber;
  return !active && externalWorkerId !== null && number !== undefined && number !== externalWorkerId;
}

interface UserWrite {
  /** Null: the worker is new. */
  readonly known: WorkerRecord | null;
  readonly lastSent: SentUser | null;
  readonly now: SentUser;
  readonly fields: WorkerFields;
}

/** @throws Invalid */
function mergeUser(known: WorkerRecord | null, now: ScimUser, fields: WorkerFields): WorkerRecord {
  return withKeyFromName(mergeWorker(known, validateFields(now, fields), ids.next()), now);
}

function namesOf({ userName, externalId }: ScimUser): object {
  return { userName, externalId: externalId ?? null };
}

/** @throws NotFound */
async function demandUser(tx: TenantTransaction, id: string, { lock = false } = {}): Promise<KnownUser> {
  if (lock) await lockWorker(tx, id);
  const [user] = await readUsers(tx, [id]);
  if (user === undefined) throw new NotFound('user');
  return user;
}

const MAX_NAME_LENGTH = 320;

/** Validates the fields by the rules of the admin API. @throws Invalid */
function validateFields({ userName, externalId = '' }: ScimUser, fields: WorkerFields): WorkerFields {
  const read = readFields(ChangeWorkerBody, fields);
  const tooLong = Object.entries({ userName, externalId }).flatMap(([field, text]) =>
    text.length > MAX_NAME_LENGTH ? [{ field, message: `has at most ${MAX_NAME_LENGTH} characters` }] : [],
  );
  const errors = [...('errors' in read ? read.errors : []), ...tooLong];
  if ('errors' in read || errors.length > 0) throw new Invalid(errors);
  return read.fields;
}
