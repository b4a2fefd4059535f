import { defineEntity, p } from '@mikro-orm/core';

/** A step that a worker takes, or has taken, before they are ready for work. */
const OnboardingStepSchema = defineEntity({
  name: 'OnboardingStep',
  tableName: 'onboarding_step',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    workerId: p.uuid(),
    step: p.string(),
    stepKey: p.string(),
    /** Null: still to be done. */
    doneAt: p.datetime().nullable(),
    version: p.integer().default(1),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class OnboardingStep extends OnboardingStepSchema.class {}
OnboardingStepSchema.setClass(OnboardingStep);
