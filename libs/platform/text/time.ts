import { ValidateBy, buildMessage } from 'class-validator';

/** RFC 3339 (ISO 8601 with a time zone), with at most milliseconds; a day alone is its start in UTC. */
const TIME = /^(?!0000)(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** True for a time on an existing day that `new Date` and PostgreSQL both accept. */
export function isTime(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const day = TIME.exec(value)?.[1];
  // JavaScript reads 30 February as 2 March.
  return day !== undefined && !Number.isNaN(Date.parse(value)) && new Date(day).toISOString().startsWith(day);
}

/** A time of a body or a query. */
export const Time = (): PropertyDecorator =>
  ValidateBy({
    name: 'isTime',
    validator: {
      validate: isTime,
      defaultMessage: buildMessage(
        (each) => `${each}$property must be a time of ISO 8601: 2027-01-31T08:00:00Z, or 2027-01-31`,
      ),
    },
  });

/** A time of a body that must be in the future. */
export const FutureTime = (): PropertyDecorator =>
  ValidateBy({
    name: 'isFutureTime',
    validator: {
      validate: (value) => isTime(value) && Date.parse(value) > Date.now(),
      defaultMessage: buildMessage((each) => `${each}$property must be a time in the future, as 2027-01-31T08:00:00Z`),
    },
  });
