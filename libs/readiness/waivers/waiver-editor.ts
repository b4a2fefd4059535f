import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Worker } from '#directory';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { isDay } from '#platform/text';
import { audit, endsOfDays, lockTimeZoneShared } from '#tenancy';
import { FactChanges } from '../marks/fact-changes.js';
import { findWaiverSubject } from './waiver-subject.js';
import type { CreateWaiverBody } from './waiver.dto.js';
import { Waiver } from './waiver.entity.js';
import { AlreadyWaived } from './waiver.errors.js';
import { readWaiver } from './waiver-reader.js';
import type { WaiverView } from './waiver.view.js';

/** Creates waivers, and ends them. */
@Injectable()
export class WaiverEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: FactChanges,
  ) {}

  /** @throws Invalid, AlreadyWaived */
  create(body: CreateWaiverBody): Promise<WaiverView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const end = await readEnd(tx, body.until);
      const workerId = await lockWorker(tx, body.workerId);
      const waived = await findWaiverSubject(tx, workerId, body);
      const { credentialKey, requirementId, needId } = waived;
      const same = { workerId, credentialKey, requirementId, needId, until: { $gt: sql.now() } };
      if ((await tx.count(Waiver, same)) > 0) throw new AlreadyWaived();
      const id = ids.next();
      tx.create(Waiver, { tenantId: tx.tenantId, id, workerId, ...waived, ...end, note: body.note, createdBy: actor });
      await tx.flush();
      const view = await readWaiver(tx, id);
      audit(tx, { actor, action: 'waiver.created', subject: { kind: 'waiver', id }, after: decided(view) });
      await this.changes.workers(tx, [workerId]);
      return view;
    });
  }

  /** Ends a waiver now; one that is over stays as it is. @throws NotFound */
  async end(id: string): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const waiver = await tx.findOne(Waiver, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (waiver === null) throw new NotFound('waiver');
      const before = await readWaiver(tx, id);
      if (!before.active) return;
      await tx.nativeUpdate(Waiver, { id }, { until: sql.now(), untilOn: null });
      audit(tx, { actor, action: 'waiver.ended', subject: { kind: 'waiver', id }, before: decided(before) });
      await this.changes.workers(tx, [waiver.workerId]);
    });
  }
}

/** Later than any waiver needs, and the last year that all formats of time can write. */
const LAST_YEAR = '9998';

/** @throws Invalid if the end is not in the future */
async function readEnd(tx: TenantTransaction, text: string): Promise<{ until: Date; untilOn: string | null }> {
  const untilOn = isDay(text) ? text : null;
  if (untilOn !== null) await lockTimeZoneShared(tx);
  const until = untilOn === null ? new Date(text) : (await endsOfDays(tx, [untilOn]))(untilOn);
  if (until.getTime() <= Date.now() || text.slice(0, LAST_YEAR.length) > LAST_YEAR)
    throw new Invalid([{ field: 'until', message: 'must be a day or a time in the future, such as 2027-01-31' }]);
  return { until, untilOn };
}

/** Locks the worker, so that nobody else waives the same thing at the same moment. @throws Invalid */
async function lockWorker(tx: TenantTransaction, shownId: string): Promise<string> {
  const id = ids.parse('wrk', shownId);
  const worker = id === null ? null : await tx.findOne(Worker, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (worker === null) throw new Invalid([{ field: 'workerId', message: 'names no worker' }]);
  return worker.id;
}

/** The fields of a waiver that people decide, for the audit log. */
function decided({ worker, requirementId, credential, needId, until, note }: WaiverView): object {
  return { worker: worker.id, requirementId, credential, needId, until, note };
}
