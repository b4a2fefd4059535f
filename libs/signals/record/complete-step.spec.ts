import { describe, expect, it } from '@jest/globals';
import { COMPLETE_STATEMENT, completeStep } from './complete-step.js';
import type { PendingSignal } from './pending-signal.js';

function completion(signalId: string): PendingSignal {
  const worker = { externalWorkerId: 'W-1', email: null, learnerId: null };
  const point = {
    action: 'complete',
    type: 'course_completed',
    worker,
    site: null,
    topic: null,
    category: null,
    severity: 2,
    dedupeKey: null,
  } as const;
  return {
    tenantId: '01890a5d-ac96-774b-bcce-b302099a8057',
    signalId,
    dedupeKey: 'k',
    point,
    raw: '{"data":{"course":"Forklift"}}',
    receivedAt: new Date(5),
    firstReceivedAt: new Date(3),
    content: '',
    warnings: null,
    retentionMonths: 12,
  };
}

describe('the step that stores completions', () => {
  it('has a value for each parameter of its statement', () => {
    const numbers = [...COMPLETE_STATEMENT.text.replaceAll(/--.*$/gm, '').matchAll(/\$(\d+)/g)].map(([, number]) =>
      Number(number),
    );
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(
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
