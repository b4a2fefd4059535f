const HOURS = 'h|hr|hrs|hour|hours|heure|heures|ora|ore|uur|uren|std|stunde|stunden|hora|horas';
const DAYS = 'day|days|tag|tage|jour|jours|dag|dagen|giorno|giorni|dia|dias|día|días';
/** "in 3 days", "every 2 hours" and "2 days overdue" say when something is due. */
const DEADLINE_BEFORE = 'in|within|after|before|every|each|per|next|last|past|by';
const DEADLINE_AFTER = 'ago|overdue|late|left|remaining|before|after|notice|old';
/** Up to 399 hours or 19 days. More days are a period, and a date or a decimal number has a point or a slash. */
const DURATION = new RegExp(
  String.raw`(?<!\b(?:${DEADLINE_BEFORE}) )(?<![\p{L}\p{N}.,/:])(?:([1-3]?\d{1,2})[ -]?(?:${HOURS})|` +
    String.raw`(1?\d)[ -]?(?:${DAYS}))(?![\p{L}\p{N}])(?! (?:${DEADLINE_AFTER})\b)`,
  'giu',
);

/**
 * Writes the durations of courses as single words, in all languages alike: "HAZWOPER 40 hr" → "HAZWOPER 40hour",
 * "corso 8 ore" → "corso 8hour". Deadlines stay as they are.
 */
export function joinDurations(text: string): string {
  return text.replaceAll(DURATION, (_whole, hours: string | undefined, days: string | undefined) =>
    hours === undefined ? `${Number(days)}day` : `${Number(hours)}hour`,
  );
}

/** Writes joined durations as people read them: "40hour" → "40 hour". */
export function separateDurations(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}])(\d+)(hour|day)(?![\p{L}\p{N}])/gu, '$1 $2');
}
