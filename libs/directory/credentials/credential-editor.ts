import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { siteKey } from '../names/name-key.js';
import { lockWorkers, unknownWorker } from '../workers/find-workers.js';
import { timeOf } from '../workers/time-of.js';
import type { ChangeCredentialBody, CreateCredentialBody } from './credential.dto.js';
import { CredentialExists } from './credential.errors.js';
import { readCredential } from './credential-reader.js';
import { type CredentialRow, type CredentialView, credentialView } from './credential.view.js';
import { settleCredentials, storeCredentials } from './store-credentials.js';

/** What admins write of one credential. */
@Injectable()
export class CredentialEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /** @throws Invalid where the worker is unknown, CredentialExists */
  create({ name, expiresAt = null, ...keys }: CreateCredentialBody): Promise<CredentialView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const [workerId = null] = await lockWorkers(tx, [keys]);
      if (workerId === null) throw new Invalid(unknownWorker(keys));
      const [id = null] = await storeCredentials(tx, [{ workerId, name, expiresAt }]);
      if (id === null) throw new CredentialExists();
      const view = await this.told(tx, id, workerId);
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'credential.created',
        subject: { kind: 'credential', id },
        after: { worker: view.worker.id, name, expiresAt: view.expiresAt },
      });
      return view;
    });
  }

  /** A body that changes nothing leaves the version as it is. @throws NotFound, Stale, CredentialExists */
  change(id: string, body: ChangeCredentialBody, ifMatch: string | null): Promise<CredentialView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const row = await locked(tx, id, ifMatch);
      const { name: nameBefore, expiresAt: expiresBefore } = credentialView(row);
      const before = { name: nameBefore, expiresAt: expiresBefore };
      const after = {
        name: body.name ?? before.name,
        expiresAt: body.expiresAt === undefined ? before.expiresAt : timeOf(body.expiresAt),
      };
      if (after.name === before.name && after.expiresAt === before.expiresAt) return credentialView(row);
      const held = [
        { workerId: row.workerId, nameKey: row.nameKey },
        { workerId: row.workerId, nameKey: siteKey(after.name) },
      ];
      await demandFree(tx, id, row.workerId, siteKey(after.name), after.expiresAt);
      // It counts again, or not, once it is settled: between the two, two of a name would.
      await tx.execute(
        'update credential set name = ?, name_key = ?, expires_at = ?::timestamptz, superseded_at = coalesce(superseded_at, now()), version = version + 1, updated_at = now() where tenant_id = ? and id = ?',
        [after.name, siteKey(after.name), after.expiresAt, tx.tenantId, id],
      );
      await settleCredentials(tx, held);
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'credential.changed',
        subject: { kind: 'credential', id },
        before,
        after,
      });
      return this.told(tx, id, row.workerId);
    });
  }

  /** Forgets a credential; the one that it superseded counts again. @throws NotFound, Stale */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const row = await locked(tx, id, ifMatch);
      const { worker, name, expiresAt } = credentialView(row);
      await tx.execute('delete from credential where tenant_id = ? and id = ?', [tx.tenantId, id]);
      await settleCredentials(tx, [row]);
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'credential.deleted',
        subject: { kind: 'credential', id },
        before: { worker: worker.id, name, expiresAt },
      });
      await this.changes.publish(tx, { workerIds: [row.workerId], siteKeys: [] });
    });
  }

  private async told(tx: TenantTransaction, id: string, workerId: string): Promise<CredentialView> {
    await this.changes.publish(tx, { workerIds: [workerId], siteKeys: [] });
    return credentialView(await readCredential(tx, id));
  }
}

/** The credential, its worker locked against other changes of what they hold. @throws NotFound, Stale */
async function locked(tx: TenantTransaction, id: string, ifMatch: string | null): Promise<CredentialRow> {
  await tx.execute(
    'select from worker where tenant_id = ? and id = (select worker_id from credential where tenant_id = ? and id = ?) for no key update',
    [tx.tenantId, tx.tenantId, id],
  );
  const row = await readCredential(tx, id);
  demandVersion(ifMatch, row.version);
  return row;
}

/** @throws CredentialExists */
async function demandFree(
  tx: TenantTransaction,
  id: string,
  workerId: string,
  nameKey: string,
  expiresAt: string | null,
): Promise<void> {
  const others = await tx.execute(
    'select from credential where tenant_id = ? and worker_id = ? and name_key = ? and expires_at is not distinct from ?::timestamptz and id <> ?',
    [tx.tenantId, workerId, nameKey, expiresAt, id],
  );
  if (others.length > 0) throw new CredentialExists();
}
