const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
/** After these stands the number of dangerous goods or a standard, and no year: "UN 1993", "DIN EN 1993-1-8". */
const NO_RULE = String.raw`(?<!\b(?:[Uu][Nn]|NFPA|(?:DIN|BS|NF|UNE)[ -]EN)[ -])`;
/** Days of a year, from the most to the least specific, so that a date is removed as a whole. */
const DAYS = [
  new RegExp(`${NO_RULE}\\b\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T[\\d:.]+Z?)?\\b`, 'g'),
  /\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b/g,
  new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH}\\.? (?:\\d{1,2}(?:st|nd|rd|th)?,? )?20\\d\\d\\b`, 'gi'),
];
const DATES = [
  ...DAYS,
  /\b(?:fy|q[1-4])[ -]?(?:20)?\d\d\b/gi,
  // 1910 and 1926 are parts of the Code of Federal Regulations, not years.
  new RegExp(`${NO_RULE}(?<![\\p{L}\\d.])(?:199\\d|20\\d\\d)(?![\\d.]*\\d)`, 'gu'),
  // "DGUV V 3" and "DGUV V70" are regulations of the German accident insurance.
  /(?<!\bDGUV )\b(?:v|ver|version|rev|revision|edition|issue) ?\d+(?:\.\d+)*\b/gi,
  /\b\d{1,3}[ -]?(?:yr|yrs|year|years|yearly|month|months|monthly|mth|mths|week|weeks|min|mins|minutes)\b/gi,
  // Not those that `joinDurations` has joined.
  /\b\d{1,3}[ -](?:day|days|hr|hrs|hour|hours)\b/gi,
];

/** Removes days of a year: they say when a course is due. */
export function removeDays(text: string): string {
  return DAYS.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
}

/** Removes dates, years, versions and periods: they say when a course is due, not what it is about. */
export function removeDates(text: string): string {
  // In a snake_case name, digits stand between underscores, which `\b` treats as letters.
  return DATES.reduce((left, pattern) => left.replaceAll(pattern, ' '), text.replaceAll('_', ' '));
}
