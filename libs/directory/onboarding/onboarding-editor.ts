import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { siteKey } from '../names/name-key.js';
import { lockWorkers, unknownWorker } from '../workers/find-workers.js';
import { timeOf } from '../workers/time-of.js';
import type { ChangeOnboardingStepBody, CreateOnboardingStepBody } from './onboarding.dto.js';
import { StepExists } from './onboarding.errors.js';
import { readStep } from './onboarding-reader.js';
import { type OnboardingRow, type OnboardingStepView, onboardingStepView } from './onboarding.view.js';
import { storeSteps } from './store-steps.js';

/** What admins write of one onboarding step. */
@Injectable()
export class OnboardingEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /** @throws Invalid where the worker is unknown, StepExists */
  create({ step, doneAt = null, ...keys }: CreateOnboardingStepBody): Promise<OnboardingStepView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const [workerId = null] = await lockWorkers(tx, [keys]);
      if (workerId === null) throw new Invalid(unknownWorker(keys));
      await demandFree(tx, workerId, step);
      const [stored] = await storeSteps(tx, [{ workerId, step, doneAt }]);
      if (stored === undefined) throw new StepExists();
      const view = await this.told(tx, stored.id, workerId);
      const subject = { kind: 'onboarding_step', id: stored.id };
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'onboarding_step.created',
        subject,
        after: { worker: view.worker.id, step, doneAt: view.doneAt },
      });
      return view;
    });
  }

  /** A body that changes nothing leaves the version as it is. @throws NotFound, Stale, StepExists */
  change(id: string, body: ChangeOnboardingStepBody, ifMatch: string | null): Promise<OnboardingStepView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const row = await locked(tx, id, ifMatch);
      const { step: stepBefore, doneAt: doneBefore } = onboardingStepView(row);
      const before = { step: stepBefore, doneAt: doneBefore };
      const after = {
        step: body.step ?? before.step,
        doneAt: body.doneAt === undefined ? before.doneAt : timeOf(body.doneAt),
      };
      if (after.step === before.step && after.doneAt === before.doneAt) return onboardingStepView(row);
      await claiming(() =>
        tx.execute(
          'update onboarding_step set step = ?, step_key = ?, done_at = ?::timestamptz, version = version + 1, updated_at = now() where tenant_id = ? and id = ?',
          [after.step, siteKey(after.step), after.doneAt, tx.tenantId, id],
        ),
      );
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'onboarding_step.changed',
        subject: { kind: 'onboarding_step', id },
        before,
        after,
      });
      return this.told(tx, id, row.workerId);
    });
  }

  /** @throws NotFound, Stale */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const row = await locked(tx, id, ifMatch);
      const { worker, step, doneAt } = onboardingStepView(row);
      await tx.execute('delete from onboarding_step where tenant_id = ? and id = ?', [tx.tenantId, id]);
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'onboarding_step.deleted',
        subject: { kind: 'onboarding_step', id },
        before: { worker: worker.id, step, doneAt },
      });
      await this.changes.publish(tx, { workerIds: [row.workerId], siteKeys: [] });
    });
  }

  private async told(tx: TenantTransaction, id: string, workerId: string): Promise<OnboardingStepView> {
    await this.changes.publish(tx, { workerIds: [workerId], siteKeys: [] });
    return onboardingStepView(await readStep(tx, id));
  }
}

/** @throws NotFound, Stale */
async function locked(tx: TenantTransaction, id: string, ifMatch: string | null): Promise<OnboardingRow> {
  await tx.execute('select from onboarding_step where tenant_id = ? and id = ? for update', [tx.tenantId, id]);
  const row = await readStep(tx, id);
  demandVersion(ifMatch, row.version);
  return row;
}

/** The worker is locked: nobody else adds one in between. @throws StepExists */
async function demandFree(tx: TenantTransaction, workerId: string, step: string): Promise<void> {
  const known = await tx.execute('select from onboarding_step where tenant_id = ? and worker_id = ? and step_key = ?', [
    tx.tenantId,
    workerId,
    siteKey(step),
  ]);
  if (known.length > 0) throw new StepExists();
}

/** @throws StepExists */
async function claiming(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? new StepExists() : error;
  }
}
