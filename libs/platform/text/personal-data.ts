/** Each pattern is bounded, so that it takes linear time. */
const EMAIL = /[^\s@<>()"',;:]{1,64}@[^\s@<>()"',;:]{1,255}/g;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"']{1,2000}/gi;
const NUMBER = /\+?\d[\d ()./-]{5,40}\d/g;
const KEY = /\b[\w+/=-]{24,4000}/g;
const REMOVED = '[removed]';

const MIN_DIGITS = 8;
/** A standard with its year, `45001-2018`, or a day. */
const STANDARD_OR_DAY = /^(?:\d{1,6}[.\d]*-(?:19|20)\d\d|\d{4}-\d\d-\d\d)$/;

/**
 * Removes e-mail addresses, URLs, long numbers and keys, which identify a person or grant access. Applied to all texts
 * that are sent to a provider, because a source system can write anything into a topic.
 */
export function withoutPersonalData(text: string): string {
  return text
    .replaceAll(ADDRESS, REMOVED)
    .replaceAll(EMAIL, REMOVED)
    .replaceAll(KEY, (key) => (/\d/.test(key) && /[a-z]/i.test(key) ? REMOVED : key))
    .replaceAll(NUMBER, (number) => (isPersonal(number) ? REMOVED : number));
}

function isPersonal(number: string): boolean {
  return number.replaceAll(/\D/g, '').length >= MIN_DIGITS && !STANDARD_OR_DAY.test(number);
}
