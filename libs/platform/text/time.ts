import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy, buildMessage } from 'class-validator';
import { isDay } from './day-or-time.js';
import { HOUR_MS } from './durations.js';

/** RFC 3339 (ISO 8601 with a time zone), with at most milliseconds; a day alone is its start in UTC. */
const TIME = /^(?!0000)(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** The times whose year has four digits in UTC: PostgreSQL does not read the others as JavaScript writes them. */
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** True for a time on an existing day that `new Date` and PostgreSQL both accept. */
export function isTime(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const day = TIME.exec(value)?.[1];
  const ms = Date.parse(value);
  // JavaScript reads 30 February as 2 March.
  return day !== undefined && ms >= FIRST_MS && ms <= LAST_MS && new Date(day).toISOString().startsWith(day);
}

/** The fraction of a second of an ISO 8601 time, after its milliseconds. */
const AFTER_MILLISECONDS = /(?<=^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3})\d{1,9}(?=Z$|[+-]\d{2}:\d{2}$)/;

/** Cuts off what is finer than a millisecond: Python writes microseconds, .NET seven digits, and Java nanoseconds. */
const InMilliseconds = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(AFTER_MILLISECONDS, '') : value,
  );

/** A time of a body or a query. */
export const Time = (): PropertyDecorator =>
  applyDecorators(
    InMilliseconds(),
    ValidateBy({
      name: 'isTime',
      validator: {
        validate: isTime,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a time of ISO 8601: 2027-01-31T08:00:00Z, or 2027-01-31`,
        ),
      },
    }),
  );

/** A date of a body or a query: a day of the tenant's time zone, or an instant. */
export const DayOrTime = (): PropertyDecorator =>
  applyDecorators(
    InMilliseconds(),
    ValidateBy({
      name: 'isDayOrTime',
      validator: {
        validate: isTime,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a day or a time of ISO 8601: 2027-01-31, or 2027-01-31T08:00:00Z`,
        ),
      },
    }),
  );

/** From a day's midnight in UTC to its end in the last time zone, which is 12 hours behind UTC. */
const MAX_DAY_MS = 36 * HOUR_MS;

/**
 * A date of a body that must be in the future. A day is accepted until it has ended in every time zone; the service
 * checks the tenant's own.
 */
export const FutureDayOrTime = (): PropertyDecorator =>
  applyDecorators(
    InMilliseconds(),
    ValidateBy({
      name: 'isFutureDayOrTime',
      validator: {
        validate: (value) => isTime(value) && Date.parse(value) + (isDay(value) ? MAX_DAY_MS : 0) > Date.now(),
        defaultMessage: buildMessage(
          (each) =>
            `${each}$property must be a day or a time in the future, such as 2027-01-31 or 2027-01-31T08:00:00Z`,
        ),
      },
    }),
  );
