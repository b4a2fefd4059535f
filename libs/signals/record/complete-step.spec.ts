import { describe, expect, it } from '@jest/globals';
import { COMPLETE_STATEMENT, completeStep } from './complete-step.js';
import type { PendingSignal } from './pending-signal.js';
import { parametersOf, pendingSignal } from './sample-signal.js';

const completion = (signalId: string): PendingSignal =>
  pendingSignal(
    'k',
    { action: 'complete', type: 'course_completed' },
    { signalId, raw: '{"data":{"course":"Forklift"}}', receivedAt: new Date(5), firstReceivedAt: new Date(3) },
  );

describe('the step that stores completions', () => {
  it('has a value for each parameter of its statement', () => {
    expect(parametersOf(COMPLETE_STATEMENT)).toEqual(
      completeStep([completion('s')]).values.map((_value, index) => index + 1),
    );
  });

  it('stores each signal with its course and the time of its first arrival', () => {
    const { outcomes, values } = completeStep([completion('one'), completion('other')]);
    expect(outcomes([])).toEqual(['completion', 'completion']);
    const fields = { courses: '["Forklift"]', completed_at: new Date(3) };
    expect(values.map((parameter) => parameter.toJSON())).toMatchObject([
      [
        { id: 'one', ...fields },
        { id: 'other', ...fields },
      ],
    ]);
  });
});
