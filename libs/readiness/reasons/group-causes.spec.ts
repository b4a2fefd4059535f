import { describe, expect, it } from '@jest/globals';
import type { Cause } from '../rule/cause.js';
import { groupCauses } from './group-causes.js';

const cause = (kind: Cause['kind'], more: Partial<Cause> = {}): Cause => ({
  kind,
  refType: 'credential',
  refId: kind,
  gap: 'heights',
  name: 'Heights',
  severity: 3,
  since: 10,
  dueAt: Infinity,
  waivedUntil: null,
  requirementId: null,
  courseId: null,
  ...more,
});
/** The references of the causes of each reason. */
const reasonsOf = (...causes: Cause[]): string[][] =>
  groupCauses(causes).map((gap) => gap.causes.map(({ refId }) => refId));

describe('the reasons of a worker', () => {
  it('are one for each gap, named by the worst fact, then by the order of kinds, then by the oldest', () => {
    const facts = [
      cause('need', { refId: 'newer', since: 20 }),
      cause('need', { refId: 'older' }),
      cause('onboarding_open'),
      cause('credential_missing'),
      cause('need', { refId: 'worst', severity: 4, since: 30 }),
    ];
    expect(reasonsOf(...facts)).toEqual([['worst', 'credential_missing', 'older', 'newer', 'onboarding_open']]);
    expect(groupCauses(facts)).toMatchObject([{ severity: 4, since: 10, waivedUntil: null }]);
  });

  it('are in the same order, whatever the order of their facts', () => {
    const facts = [
      cause('need', { refId: 'b' }),
      cause('need', { refId: 'a' }),
      cause('need', { refId: 'd', gap: 'lifting' }),
    ];
    const reasons = [['a', 'b'], ['d']];
    expect([reasonsOf(...facts), reasonsOf(...facts.toReversed())]).toEqual([reasons, reasons]);
  });

  it('count while one of their facts does, which names them, and else until the first waiver ends', () => {
    const waived = cause('credential_expired', { severity: 4, waivedUntil: 50 });
    const counting = cause('credential_expiring');
    expect(reasonsOf(waived, counting)).toEqual([['credential_expiring', 'credential_expired']]);
    expect(groupCauses([waived, counting])).toMatchObject([{ severity: 3, waivedUntil: null }]);
    const also = cause('need', { waivedUntil: 40 });
    expect(groupCauses([waived, also])).toMatchObject([{ severity: 4, waivedUntil: 40 }]);
  });

  it('are listed from the worst to the mildest, and the oldest first, before those that are waived', () => {
    expect(
      reasonsOf(
        cause('need', { refId: 'waived', gap: 'a', severity: 4, waivedUntil: 50 }),
        cause('need', { refId: 'mild', gap: 'b', severity: 2, since: 1 }),
        cause('need', { refId: 'newer', gap: 'c', since: 20 }),
        cause('need', { refId: 'older', gap: 'd' }),
        cause('need', { refId: 'worst', gap: 'e', severity: 4, since: 30 }),
      ),
    ).toEqual([['worst'], ['older'], ['newer'], ['mild'], ['waived']]);
  });
});
