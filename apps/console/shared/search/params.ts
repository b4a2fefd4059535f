const COURSE_ID = /^crs_[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const DAY = /^[12]\d{3}-\d{2}-\d{2}$/;

/**
 * A value of an address as the router reads it: a list, or a text in quotes. Other values are texts, also those that
 * would be numbers in JSON, which has no `0815`, and rounds those of more than 15 digits.
 * @throws SyntaxError for a text
 */
export function parseValue(value: string): unknown {
  if (!/^["[]/.test(value)) throw new SyntaxError('a text');
  return JSON.parse(value);
}

/** The lengths that the API takes of a search, of a name or a topic, and of a person's key. */
const MAX_WORDS = 200;
const MAX_NAME = 255;
const MAX_KEY = 320;

/** A search. The values of an address have any type: the router takes `123` for a number. */
export function words(value: unknown): string | undefined {
  return textOf(value, MAX_WORDS);
}

/** A name or a topic, which is compared as a whole. */
export function name(value: unknown): string | undefined {
  return textOf(value, MAX_NAME);
}

/** The id or a key of a person, or who did something. */
export function key(value: unknown): string | undefined {
  return textOf(value, MAX_KEY);
}

/** What the API refuses in a text: NUL, and half a surrogate pair, which remains if a limit of length splits one. */
const UNSTORABLE = /[\0\p{Cs}]/gu;

function textOf(value: unknown, maxLength: number): string | undefined {
  const given = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof given !== 'string') return undefined;
  const text = given.trim().slice(0, maxLength).replaceAll(UNSTORABLE, '').trim();
  return text === '' ? undefined : text;
}

/** `crs_01jd…`. */
export function courseId(value: unknown): string | undefined {
  return typeof value === 'string' && COURSE_ID.test(value) ? value : undefined;
}

/** `2026-12-01`; not `2026-02-30`, which is no day, nor a year before 1000, which somebody is typing. */
export function day(value: unknown): string | undefined {
  return typeof value === 'string' && DAY.test(value) && isInCalendar(value) ? value : undefined;
}

/** Browsers take the 30th of February for the 2nd of March. */
function isInCalendar(date: string): boolean {
  const instant = Date.parse(date);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
}
