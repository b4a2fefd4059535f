const ISO =
  /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:\.\d{1,6})?S)?)?$/;
/** A duration as SCORM 1.2 writes it, as a date in the year 0: `0000-00-00T00:45:00`, or only its time. */
const CLOCK = /^(?:0{1,4}-00-00T)?(\d{1,4}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?$/;
const MAX_MINUTES = 10_000;

/** The minutes of a duration of learning-object metadata, rounded up; null: none, or none that a course can have. */
export function minutesOf(duration: string): number | null {
  const [, hours = 0, minutes = 0, seconds = 0] = numbers(CLOCK.exec(duration)) ?? timeOf(duration) ?? [];
  const total = Math.ceil(hours * 60 + minutes + seconds / 60);
  return total >= 1 && total <= MAX_MINUTES ? total : null;
}

/** Years and months have no fixed length, and no course takes them. */
function timeOf(duration: string): number[] | null {
  const [whole, years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
    numbers(ISO.exec(duration)) ?? [];
  return whole === undefined || years + months > 0 ? null : [whole, days * 24 + hours, minutes, seconds];
}

function numbers(match: RegExpExecArray | null): number[] | null {
  return match === null ? null : [...match].map((digits) => Number(digits ?? 0) || 0);
}
