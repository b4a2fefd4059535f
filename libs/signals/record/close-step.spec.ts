import { describe, expect, it } from '@jest/globals';
import { CLOSE_STATEMENT, closeStep } from './close-step.js';
import type { PendingSignal } from './pending-signal.js';

function resolve(dedupeKey: string): PendingSignal {
  const worker = { externalWorkerId: null, email: null, learnerId: null };
  const point = {
    action: 'resolve',
    type: 'incident',
    worker,
    site: 'S',
    topic: null,
    category: null,
    severity: 2,
    dedupeKey,
  } as const;
  return {
    tenantId: '01890a5d-ac96-774b-bcce-b302099a8057',
    signalId: dedupeKey,
    dedupeKey,
    point,
    raw: '{}',
    receivedAt: new Date(0),
    content: '',
    warnings: null,
    retentionMonths: 12,
  };
}

describe('the step that closes needs', () => {
  it('has a value for each parameter of its statement', () => {
    const numbers = [...CLOSE_STATEMENT.text.replaceAll(/--.*$/gm, '').matchAll(/\$(\d+)/g)].map(([, number]) =>
      Number(number),
    );
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(
      closeStep([resolve('k')]).values.map((_value, index) => index + 1),
    );
  });

  it('has the outcome resolved for the first signal of a closed data point, and nothing_open for the others', () => {
    const came = [resolve('b'), resolve('a'), resolve('b')];
    const step = closeStep(came);
    expect(step.signals).toEqual([came[1], came[0], came[2]]);
    expect(step.outcomes([['2']])).toEqual(['nothing_open', 'resolved', 'nothing_open']);
    expect(step.outcomes([])).toEqual(['nothing_open', 'nothing_open', 'nothing_open']);
  });
});
