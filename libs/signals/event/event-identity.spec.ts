import { describe, expect, it } from '@jest/globals';
import { eventIdentity } from './event-identity.js';

const identity = (data: unknown): string => eventIdentity({ event: 'signal.incident', data });

describe('what tells one report of a data point from another', () => {
  it('is its audience, its dates and its references, in the data point or in the payload', () => {
    expect(
      JSON.parse(
        identity({
          due_at: '2027-01-31',
          email: 'Ada@acme.com',
          payload: { expires_at: '2027-02-01T10:00:00Z', report: { no: ' INC-1 ', persons: 2 } },
        }),
      ),
    ).toEqual([
      ['due_at', '2027-01-31'],
      ['email', 'ada@acme.com'],
      [
        'payload',
        [
          ['expires_at', '2027-02-01T10:00:00.000Z'],
          ['report', [['no', 'inc-1']]],
        ],
      ],
    ]);
    expect(identity({ payload: { ids: ['A', 'B'] } })).not.toBe(identity({ payload: { ids: ['B', 'A'] } }));
  });

  it.each([
    'ref',
    'reference',
    'id',
    'incidentNumber',
    'case-id',
    'employeeID',
    'Ticket',
    'occurred_at',
    'Vorgangsnummer',
    'number_of_record',
  ])('is a reference in a field of the name %s', (name) => {
    expect(identity({ [name]: 1 })).not.toBe(identity({ [name]: 2 }));
    expect(identity({ payload: { [name]: 1 } })).not.toBe(identity({ payload: { [name]: 2 } }));
    expect(identity({ payload: { [name]: { value: 1 } } })).not.toBe(identity({ payload: { [name]: { value: 2 } } }));
  });

  it('is the same for the same instant, for a number as text, and in whatever order', () => {
    expect(identity({ expires_at: '2027-02-01T12:00:00+02:00', id: 7, site: 'Site A' })).toEqual(
      identity({ site: 'site  a', id: '7', expires_at: '2027-02-01 10:00:00Z' }),
    );
  });

  it('ignores the key, the action, all other fields, blank text, null, and what is no data', () => {
    expect(
      identity({
        topic: 'Forklift',
        dedupe_key: 'k',
        action: 'trigger',
        severity: 3,
        payload: {
          exported_at: 'Monday',
          nested: { days_left: 3, number_of_days_overdue: 4, numberOfPeople: 5, no_of_cases: 6 },
          summary: 'identical',
          persons: ['A', 'B'],
          ref: ' ',
          id: null,
        },
      }),
    ).toBe('[]');
    expect(identity('text')).toBe('[]');
  });

  it('grows with the event, and not with the depth of its values times their number', () => {
    const bottom: unknown = Array.from({ length: 50_000 }, () => 0);
    const deep = Array.from({ length: 60 }).reduce<unknown>(
      (inner) => ({ [`id_${'n'.repeat(2_000)}`]: inner }),
      bottom,
    );
    expect(identity({ payload: deep }).length).toBeLessThan(500_000);
  });
});
