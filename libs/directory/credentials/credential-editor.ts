import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { type DateText, dateColumns, normalizeDayOrTime, nameKeyOf } from '#platform/text';
import { audit, endOf, lockTimeZoneShared } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { lockWorkers, unknownWorkerErrors } from '../workers/find-workers.js';
import { lockWorkerOf } from '../workers/lock-worker-of.js';
import type { ChangeCredentialBody, CreateCredentialBody } from './credential.dto.js';
import { Credential } from './credential.entity.js';
import { CredentialExists } from './credential.errors.js';
import { readCredential } from './credential-reader.js';
import { type CredentialView, credentialView } from './credential.view.js';
import { updateCurrentCredentials, storeCredentials } from './store-credentials.js';

/** Creates, changes and deletes single credentials. */
@Injectable()
export class CredentialEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /** @throws Invalid if the worker is unknown, CredentialExists */
  create({ name, expiresAt = null, ...keys }: CreateCredentialBody): Promise<CredentialView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockTimeZoneShared(tx);
      const [workerId = null] = await lockWorkers(tx, [keys]);
      if (workerId === null) throw new Invalid(unknownWorkerErrors(keys));
      const [id = null] = await storeCredentials(tx, [{ workerId, name, expiresAt }]);
      if (id === null) throw new CredentialExists();
      const view = await this.publishChange(tx, id, workerId);
      audit(tx, {
        actor,
        action: 'credential.created',
        subject: { kind: 'credential', id },
        after: { worker: view.worker.id, name, expiresAt: view.expiresAt },
      });
      return view;
    });
  }

  /** A body that changes nothing leaves the version unchanged. @throws NotFound, Stale, CredentialExists */
  change(id: string, body: ChangeCredentialBody, ifMatch: string | null): Promise<CredentialView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockTimeZoneShared(tx);
      const credential = await locked(tx, id, ifMatch);
      const before = fieldsOf(credential);
      const after = {
        name: body.name ?? before.name,
        expiresAt: body.expiresAt === undefined ? before.expiresAt : normalizeDayOrTime(body.expiresAt),
      };
      if (after.name === before.name && after.expiresAt === before.expiresAt)
        return credentialView(await readCredential(tx, id));
      await store(tx, credential, after);
      audit(tx, {
        actor,
        action: 'credential.changed',
        subject: { kind: 'credential', id },
        before,
        after,
      });
      return this.publishChange(tx, id, credential.workerId);
    });
  }

  /** Deletes a credential; the one that it superseded becomes the current one. @throws NotFound, Stale */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const credential = await locked(tx, id, ifMatch);
      const { workerId } = credential;
      await tx.nativeDelete(Credential, { id });
      await updateCurrentCredentials(tx, [credential]);
      audit(tx, {
        actor,
        action: 'credential.deleted',
        subject: { kind: 'credential', id },
        before: { worker: ids.show('wrk', workerId), ...fieldsOf(credential) },
      });
      await this.changes.publish(tx, { workerIds: [workerId], siteKeys: [] });
    });
  }

  private async publishChange(tx: TenantTransaction, id: string, workerId: string): Promise<CredentialView> {
    await this.changes.publish(tx, { workerIds: [workerId], siteKeys: [] });
    return credentialView(await readCredential(tx, id));
  }
}

interface Fields {
  readonly name: string;
  readonly expiresAt: DateText | null;
}

/** The name and expiry of a credential as the audit log and the API show them. */
function fieldsOf({ name, expiresOn, expiresAt }: Credential): Fields {
  return { name, expiresAt: expiresOn ?? expiresAt?.toISOString() ?? null };
}

/**
 * Locks the worker of a credential, so that nobody else changes their credentials, and reads it.
 * @throws NotFound, Stale
 */
async function locked(tx: TenantTransaction, id: string, ifMatch: string | null): Promise<Credential> {
  await lockWorkerOf(tx, 'credential', id);
  const credential = await tx.findOne(Credential, { id });
  if (credential === null) throw new NotFound('credential');
  demandVersion(ifMatch, credential.version);
  return credential;
}

/** Stores the changed fields, and determines the current credential of the former and of the new name. */
async function store(tx: TenantTransaction, { id, workerId, nameKey }: Credential, fields: Fields): Promise<void> {
  const { name, expiresAt } = fields;
  const changed = {
    name,
    nameKey: nameKeyOf(name),
    expiresOn: dateColumns(expiresAt).day,
    expiresAt: endOf(tx.tenantId, expiresAt),
    // Superseded until the current one of its name is determined: two current ones of a name cannot be stored.
    supersededAt: sql`coalesce(superseded_at, now())`,
    version: sql`version + 1`,
    updatedAt: sql.now(),
  };
  await demandFree(tx, { id, workerId, nameKey: changed.nameKey }, expiresAt);
  await tx.nativeUpdate(Credential, { id }, changed);
  await updateCurrentCredentials(tx, [
    { workerId, nameKey },
    { workerId, nameKey: changed.nameKey },
  ]);
}

/** @throws CredentialExists if the worker has another credential of that name and expiry */
async function demandFree(
  tx: TenantTransaction,
  { id, workerId, nameKey }: Pick<Credential, 'id' | 'workerId' | 'nameKey'>,
  expiresAt: DateText | null,
): Promise<void> {
  const { day, time } = dateColumns(expiresAt);
  const expiry =
    day === null ? { expiresOn: null, expiresAt: time === null ? null : new Date(time) } : { expiresOn: day };
  const others = await tx.count(Credential, { workerId, nameKey, ...expiry, id: { $ne: id } });
  if (others > 0) throw new CredentialExists();
}
