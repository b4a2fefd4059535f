import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { Erasure, type PersonKeys } from '../erasure/erasure.entity.js';
import { sitesOfMoves } from './sites-of-moves.js';
import { type WorkerRow, readWorker, recordOf } from './worker-rows.js';
import { Worker } from './worker.entity.js';
import type { RemoveWorkerQuery } from './worker.dto.js';

const OWNED = ['worker_group_member', 'credential', 'onboarding_step', 'scim_user'] as const;

/** Deletes single workers, and asks for the erasure of their personal data. */
@Injectable()
export class WorkerRemoval {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /**
   * Deletes the worker with its memberships, credentials and onboarding steps. Listeners remove it from needs. With
   * `erase`, a worker who was deleted before is accepted, too.
   * @throws NotFound, Stale
   */
  async remove(id: string, { erase }: RemoveWorkerQuery, ifMatch: string | null): Promise<void> {
    const isErased = erase === 'true';
    await this.database.inTenant(async (tx) => {
      const row = await readWorker(tx, id, { lock: true });
      if (row === null) {
        if (!isErased || !(await wasDeleted(tx, id))) throw new NotFound('worker');
        await this.requestErasure(tx, id, []);
        return;
      }
      demandVersion(ifMatch, row.version);
      if (isErased) await this.requestErasure(tx, id, [namesOf(row), ...(await namesAtProvider(tx, id))]);
      await this.delete(tx, row);
    });
  }

  private async delete(tx: TenantTransaction, row: WorkerRow): Promise<void> {
    const { id, ...before } = recordOf(row);
    for (const table of OWNED)
      await tx.execute(sql`delete from ${sql.ref(table)} where tenant_id = ${tx.tenantId} and worker_id = ${id}`);
    await tx.nativeDelete(Worker, { id });
    audit(tx, { actor: this.scope.tenant.actor, action: 'worker.deleted', subject: { kind: 'worker', id }, before });
    await this.changes.publish(tx, {
      workerIds: [id],
      siteKeys: sitesOfMoves([{ before, after: null }]),
      leaverIds: [id],
    });
  }

  /** A request that is repeated before the erasure has run changes nothing. */
  private async requestErasure(tx: TenantTransaction, workerId: string, known: readonly PersonKeys[]): Promise<void> {
    const { actor } = this.scope.tenant;
    const keys: PersonKeys = {
      names: known.flatMap(({ names }) => names),
      externalWorkerIds: known.flatMap(({ externalWorkerIds }) => externalWorkerIds),
      emails: known.flatMap(({ emails }) => emails),
      learnerIds: known.flatMap(({ learnerIds }) => learnerIds),
    };
    const request = { tenantId: tx.tenantId, workerId, keys, actor, requestedAt: new Date() };
    const asked = await tx
      .createQueryBuilder(Erasure)
      .insert(request)
      .onConflict(['tenantId', 'workerId'])
      .ignore()
      .returning('workerId')
      .execute<object[]>('all');
    if (asked.length === 0) return;
    audit(tx, { actor, action: 'worker.erasure_requested', subject: { kind: 'worker', id: workerId } });
  }
}

function namesOf({ name, externalWorkerId, email, learnerId }: WorkerRow): PersonKeys {
  return {
    names: [name],
    externalWorkerIds: externalWorkerId === null ? [] : [externalWorkerId],
    emails: email === null ? [] : [email],
    learnerIds: learnerId === null ? [] : [learnerId],
  };
}

/** What the identity provider calls the worker, which can differ from the directory. */
async function namesAtProvider(tx: TenantTransaction, id: string): Promise<PersonKeys[]> {
  const rows = await tx.execute<Array<{ names: string[]; logins: string[]; emails: string[] }>>(sql`
    select array_remove(array[last_sent ->> 'displayName', last_sent -> 'name' ->> 'formatted'], null) as names,
      array_remove(array[user_name, external_id], null) as logins,
      array(select value ->> 'value' from jsonb_array_elements(coalesce(last_sent -> 'emails', '[]'))
          where value ->> 'value' is not null) as emails
    from scim_user where tenant_id = ${tx.tenantId} and worker_id = ${id}`);
  return rows.map(({ names, logins, emails }) => ({
    names,
    externalWorkerIds: logins.filter((login) => !login.includes('@')),
    emails: [...emails, ...logins.filter((login) => login.includes('@'))],
    learnerIds: [],
  }));
}

async function wasDeleted(tx: TenantTransaction, id: string): Promise<boolean> {
  const [row] = await tx.execute<Array<{ found: boolean }>>(sql`
    select exists (select from audit_entry where tenant_id = ${tx.tenantId} and subject_id = ${id}
        and subject_kind = 'worker'
      and action = 'worker.deleted') as found`);
  return row?.found === true;
}
