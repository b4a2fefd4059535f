import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DayOrTime, FutureDayOrTime, Time, isTime } from './time.js';

class Times {
  @Time()
  time: string;

  @DayOrTime()
  date: string;

  @FutureDayOrTime()
  future: string;
}

describe('a time', () => {
  it.each([
    '2027-01-31T08:00:00Z',
    '2027-01-31T08:00Z',
    '2027-01-31T08:00:00.123+02:00',
    '2028-02-29',
    '9999-12-31T23:59:59.999Z',
  ])('can be %s', (text) => {
    expect(isTime(text)).toBe(true);
  });

  it.each([
    'tomorrow',
    '',
    '2027',
    '2027-01',
    '2027-02-29',
    '2027-13-01',
    '2027-01-31T25:00:00Z',
    '2027-01-31T08:00:00',
    '2027-01-31 08:00:00Z',
    '2027-W05',
    '2027-01-31T08:00:00.1234Z',
    '+012027-01-01T00:00:00Z',
    '0000-01-01',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '2027-01-31T08:00:00Z\n',
    1_800_000_000_000,
    null,
    ['2027-01-31'],
  ])('cannot be %j', (value) => {
    expect(isTime(value)).toBe(false);
  });

  it.each([
    ['2097-01-31T08:00:00.123456+02:00', '2097-01-31T08:00:00.123+02:00'],
    ['2097-01-31T08:00:00.1234567Z', '2097-01-31T08:00:00.123Z'],
    ['2097-01-31T08:00:00.123999999-03:30', '2097-01-31T08:00:00.123-03:30'],
    ['2097-01-31T08:00:00.12Z', '2097-01-31T08:00:00.12Z'],
    ['2097-01-31', '2097-01-31'],
  ])('of a body is read in milliseconds, however fine its fraction is: %s', (text, time) => {
    const fields = plainToInstance(Times, { time: text, date: text, future: text });
    expect(validateSync(fields)).toEqual([]);
    expect(fields).toEqual({ time, date: time, future: time });
  });

  it('is every time that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) =>
        isTime(date.toISOString()),
      ),
    );
  });
});
