import { describe, expect, it } from '@jest/globals';
import { eventDate, eventFields } from './event-fields.js';

describe('what an event says', () => {
  it('stands in its data or in the payload, by the order of the names', () => {
    const event = { event: 'signal.x', data: { b: 1, payload: { a: 'payload', b: 2, c: null } }, a: 'outside' };
    expect(eventFields(event, ['a', 'b', 'c', 'd'])).toEqual(['payload', 1, 2]);
    for (const data of [null, 7, 'text', { payload: 'text' }]) expect(eventFields({ data }, ['a'])).toEqual([]);
  });

  it('is a day, which lasts until its end, or a time, in UTC unless it says otherwise', () => {
    const shown = (value: unknown): string[] =>
      Object.values(eventDate(value) ?? {}).map((date: Date) => date.toISOString());
    expect(shown('2026-11-25')).toEqual(['2026-11-25T00:00:00.000Z', '2026-11-25T23:59:59.999Z']);
    expect(shown(' 2026-11-25 08:30 ')).toEqual(['2026-11-25T08:30:00.000Z', '2026-11-25T08:30:00.000Z']);
    expect(shown('2026-11-25T08:30:00+02:00')[0]).toBe('2026-11-25T06:30:00.000Z');
    for (const value of ['soon', '25.11.2026', '2026-13-45', 20_261_125, null, undefined, ''])
      expect(eventDate(value)).toBeNull();
  });
});
