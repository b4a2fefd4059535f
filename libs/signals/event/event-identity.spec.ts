import { describe, expect, it } from '@jest/globals';
import { eventIdentity } from './event-identity.js';

const identity = (data: unknown): string[] => eventIdentity({ event: 'signal.incident', data });

describe('what tells one report of a data point from another', () => {
  it('is its dates and its reference, in the data point or in the payload', () => {
    expect(
      identity({ due_at: '2027-01-31', payload: { expires_at: '2027-02-01T10:00:00Z', reference: ' INC-1 ' } }),
    ).toEqual(['due_at=2027-01-31', 'expires_at=2027-02-01T10:00:00.000Z', 'reference=INC-1']);
  });

  it('is the same for the same instant, and for a reference as a number or as text', () => {
    expect(identity({ expires_at: '2027-02-01T12:00:00+02:00', id: 7 })).toEqual(
      identity({ expires_at: '2027-02-01 10:00:00Z', id: '7' }),
    );
  });

  it('ignores everything else, blank text, objects, and what is no data', () => {
    expect(identity({ payload: { summary: 'x', ref: ' ', id: { a: 1 } }, due: null })).toEqual([]);
    expect(identity({ payload: [1] })).toEqual([]);
    expect(identity('text')).toEqual([]);
  });
});
