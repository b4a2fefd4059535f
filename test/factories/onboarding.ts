import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

/** An open step of the worker whose external id is given, or another key. */
export function addOnboardingStep(
  tenant: TestTenant,
  fields: Partial<Schemas['CreateOnboardingStepBody']>,
): Promise<Schemas['OnboardingStepView']> {
  return tenant.api.createOnboarding({ body: { step: 'Site induction', ...fields } });
}
