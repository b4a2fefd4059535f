import { describe, expect, it } from '@jest/globals';
import { dueDate } from './due-date.js';

const NOW = new Date('2026-11-25T10:00:00Z');
const due = (severity: number, ...events: object[]): string =>
  dueDate(
    events.map((data) => ({ data })),
    severity,
    { now: NOW, today: '2026-11-25' },
  );

describe('the due date of an assignment', () => {
  it.each([
    [4, '2026-12-02'],
    [3, '2026-12-09'],
    [2, '2026-12-25'],
    [1, '2027-02-23'],
  ])('follows from severity %d if no signal has a date: %s', (severity, day) => {
    expect(due(severity)).toBe(`${day}T10:00:00.000Z`);
  });

  it('is the date in the signal, in its payload or beside it', () => {
    expect(due(4, { payload: { expires_at: '2027-01-31' } })).toBe('2027-01-31');
    expect(due(4, { expires_at: '2027-01-31T08:30:00+02:00' })).toBe('2027-01-31T06:30:00.000Z');
    expect(due(4, { payload: { deadline: '2027-01-31 08:30' } })).toBe('2027-01-31T08:30:00.000Z');
  });

  it('is that of the latest signal with a date, and a due date before an expiry', () => {
    expect(due(2, {}, { expires_at: '2027-02-01' }, { expires_at: '2027-03-01' })).toBe('2027-02-01');
    expect(due(2, { expires_at: '2027-02-01', payload: { due_at: '2027-01-15' } })).toBe('2027-01-15');
  });

  it('is the current day if the signal has it, as a day lasts until its end', () => {
    expect(due(4, { due_date: '2026-11-25' })).toBe('2026-11-25');
    expect(due(4, { due_date: '2026-11-25T09:00:00Z' })).toBe('2026-12-02T10:00:00.000Z');
  });

  it.each(['2026-11-24', '2026-07-15', 'soon', '31.01.2027', '2027-13-45', 20_270_131, null, ''])(
    'follows from severity if the signal has %j',
    (expires_at) => {
      expect(due(4, { payload: { expires_at } })).toBe('2026-12-02T10:00:00.000Z');
    },
  );
});
