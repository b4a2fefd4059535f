import { Conflict } from '#platform/errors';

/** 409: the worker has a step of that name already. */
export class StepExists extends Conflict {
  constructor() {
    super('onboarding_step_exists', 'the worker has an onboarding step of that name');
  }
}
