import { defineEntity, p } from '@mikro-orm/core';

/** An onboarding step of a worker. */
const OnboardingStepSchema = defineEntity({
  name: 'OnboardingStep',
  tableName: 'onboarding_step',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    workerId: p.uuid(),
    step: p.string(),
    stepKey: p.string(),
    /** When it was done; the beginning of `doneOn` if that is set. Null: not done yet. */
    doneAt: p.datetime().nullable(),
    /** The day that was given, if one was. */
    doneOn: p.date().nullable(),
    version: p.integer().default(1),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class OnboardingStep extends OnboardingStepSchema.class {}
OnboardingStepSchema.setClass(OnboardingStep);
