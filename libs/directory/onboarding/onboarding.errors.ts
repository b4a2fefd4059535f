import { Conflict } from '#platform/errors';

/** 409: the worker already has a step of that name. */
export class StepExists extends Conflict {
  constructor() {
    super('onboarding_step_exists', 'the worker has an onboarding step of that name');
  }
}
