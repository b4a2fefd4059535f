import { describe, expect, it } from '@jest/globals';
import { CLOSE_STATEMENT, closeStep } from './close-step.js';
import type { PendingSignal } from './pending-signal.js';
import { parametersOf, pendingSignal } from './sample-signal.js';

const resolve = (dedupeKey: string): PendingSignal => pendingSignal(dedupeKey, { action: 'resolve' });

describe('the step that closes needs', () => {
  it('has a value for each parameter of its statement', () => {
    expect(parametersOf(CLOSE_STATEMENT)).toEqual(closeStep([resolve('k')]).values.map((_value, index) => index + 1));
  });

  it('has the outcome resolved for the first signal of a closed data point, and nothing_open for the others', () => {
    const came = [resolve('b'), resolve('a'), resolve('b')];
    const step = closeStep(came);
    expect(step.signals).toEqual([came[1], came[0], came[2]]);
    expect(step.outcomes([['2']])).toEqual(['nothing_open', 'resolved', 'nothing_open']);
    expect(step.outcomes([])).toEqual(['nothing_open', 'nothing_open', 'nothing_open']);
  });
});
