import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { type DateText, dateColumns, normalizeDayOrTime, nameKeyOf } from '#platform/text';
import { audit, lockTimeZoneShared, startOf } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { lockWorkers, unknownWorkerErrors } from '../workers/find-workers.js';
import { lockWorkerOf } from '../workers/lock-worker-of.js';
import type { ChangeOnboardingStepBody, CreateOnboardingStepBody } from './onboarding.dto.js';
import { StepExists } from './onboarding.errors.js';
import { readStep } from './onboarding-reader.js';
import { OnboardingStep } from './onboarding-step.entity.js';
import { type OnboardingStepView, onboardingStepView } from './onboarding.view.js';
import { storeSteps } from './store-steps.js';

/** Creates, changes and deletes single onboarding steps. */
@Injectable()
export class OnboardingEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /** @throws Invalid if the worker is unknown, StepExists */
  create({ step, doneAt = null, ...keys }: CreateOnboardingStepBody): Promise<OnboardingStepView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockTimeZoneShared(tx);
      const [workerId = null] = await lockWorkers(tx, [keys]);
      if (workerId === null) throw new Invalid(unknownWorkerErrors(keys));
      await demandFree(tx, workerId, step);
      const [stored] = await storeSteps(tx, [{ workerId, step, doneAt }]);
      if (stored === undefined) throw new StepExists();
      const view = await this.publishChange(tx, stored.id, workerId);
      const subject = { kind: 'onboarding_step', id: stored.id };
      audit(tx, {
        actor,
        action: 'onboarding_step.created',
        subject,
        after: { worker: view.worker.id, step, doneAt: view.doneAt },
      });
      return view;
    });
  }

  /** A body that changes nothing leaves the version unchanged. @throws NotFound, Stale, StepExists */
  change(id: string, body: ChangeOnboardingStepBody, ifMatch: string | null): Promise<OnboardingStepView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockTimeZoneShared(tx);
      const step = await locked(tx, id, ifMatch);
      const before = fieldsOf(step);
      const after = {
        step: body.step ?? before.step,
        doneAt: body.doneAt === undefined ? before.doneAt : normalizeDayOrTime(body.doneAt),
      };
      if (after.step === before.step && after.doneAt === before.doneAt)
        return onboardingStepView(await readStep(tx, id));
      const changed = {
        step: after.step,
        stepKey: nameKeyOf(after.step),
        doneOn: dateColumns(after.doneAt).day,
        doneAt: startOf(tx.tenantId, after.doneAt),
        version: sql`version + 1`,
        updatedAt: sql.now(),
      };
      await mapStepConflict(() => tx.nativeUpdate(OnboardingStep, { id }, changed));
      audit(tx, {
        actor,
        action: 'onboarding_step.changed',
        subject: { kind: 'onboarding_step', id },
        before,
        after,
      });
      return this.publishChange(tx, id, step.workerId);
    });
  }

  /** @throws NotFound, Stale */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const step = await locked(tx, id, ifMatch);
      await tx.nativeDelete(OnboardingStep, { id });
      audit(tx, {
        actor,
        action: 'onboarding_step.deleted',
        subject: { kind: 'onboarding_step', id },
        before: { worker: ids.show('wrk', step.workerId), ...fieldsOf(step) },
      });
      await this.changes.publish(tx, { workerIds: [step.workerId], siteKeys: [] });
    });
  }

  private async publishChange(tx: TenantTransaction, id: string, workerId: string): Promise<OnboardingStepView> {
    await this.changes.publish(tx, { workerIds: [workerId], siteKeys: [] });
    return onboardingStepView(await readStep(tx, id));
  }
}

/** The step and when it was done, in the format of the audit log and the API. */
function fieldsOf({ step, doneOn, doneAt }: OnboardingStep): { step: string; doneAt: DateText | null } {
  return { step, doneAt: doneOn ?? doneAt?.toISOString() ?? null };
}

/**
 * Locks the worker of a step, so that nobody else changes their steps, and reads it.
 * @throws NotFound, Stale
 */
async function locked(tx: TenantTransaction, id: string, ifMatch: string | null): Promise<OnboardingStep> {
  await lockWorkerOf(tx, 'onboarding_step', id);
  const step = await tx.findOne(OnboardingStep, { id });
  if (step === null) throw new NotFound('onboarding step');
  demandVersion(ifMatch, step.version);
  return step;
}

/** The caller has locked the worker, so that nobody adds such a step concurrently. @throws StepExists */
async function demandFree(tx: TenantTransaction, workerId: string, step: string): Promise<void> {
  if ((await tx.count(OnboardingStep, { workerId, stepKey: nameKeyOf(step) })) > 0) throw new StepExists();
}

/** @throws StepExists */
async function mapStepConflict(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? new StepExists() : error;
  }
}
