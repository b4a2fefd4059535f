import { describe, expect, it } from '@jest/globals';
import { eventDate, eventFields } from './event-fields.js';

describe('the fields of an event', () => {
  it('are read from data and from the payload, in the order of the names', () => {
    const event = { event: 'signal.x', data: { b: 1, payload: { a: 'payload', b: 2, c: null } }, a: 'outside' };
    expect(eventFields(event, ['a', 'b', 'c', 'd'])).toEqual(['payload', 1, 2]);
    for (const data of [null, 7, 'text', { payload: 'text' }]) expect(eventFields({ data }, ['a'])).toEqual([]);
  });

  it('may be a date, which is its beginning, or a time; both in UTC by default', () => {
    expect(eventDate('2026-11-25')).toEqual(new Date('2026-11-25T00:00:00Z'));
    expect(eventDate(' 2026-11-25 08:30 ')).toEqual(new Date('2026-11-25T08:30:00Z'));
    expect(eventDate('2026-11-25T08:30:00+02:00')).toEqual(new Date('2026-11-25T06:30:00Z'));
    for (const zone of ['+02', '+0200', '+02:00'])
      expect(eventDate(`2026-11-25 08:30:00.5${zone}`)).toEqual(new Date('2026-11-25T06:30:00.500Z'));
    for (const value of [
      'soon',
      '2026',
      '2026-11',
      '25.11.2026',
      '2026-13-45',
      '0000-01-01',
      20_261_125,
      null,
      undefined,
      '',
    ])
      expect(eventDate(value)).toBeNull();
  });

  it('may be no day that does not exist', () => {
    for (const value of ['2026-02-29', '2026-02-30T08:00:00Z', '2026-04-31 08:00']) expect(eventDate(value)).toBeNull();
    expect(eventDate('2028-02-29')).toEqual(new Date('2028-02-29T00:00:00Z'));
  });
});
