/** Day, month and year in any order, with one separator: `DD/MM/YYYY`. */
export const DATE_FORMAT = /^(?:(?:DD([/.-])MM\1|MM([/.-])DD\2)YYYY|YYYY([/.-])MM\3DD)$/;

const ISO = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

/**
 * Reads dates of a declared format as ISO days; leading zeros may be missing. A text that is ISO already stays as it
 * is.
 * @param format matches {@link DATE_FORMAT}
 * @returns a reader, which returns null for a text that is no day in this format
 */
export function dateReader(format: string): (text: string) => string | null {
  const separator = format.replaceAll(/[A-Z]/g, '').charAt(0);
  const order = format.split(separator);
  return (text) => {
    if (ISO.test(text)) return text;
    const parts = text.split(separator);
    const part = (name: string): string => parts[order.indexOf(name)] ?? '';
    const [year, month, day] = [part('YYYY'), part('MM'), part('DD')];
    if (parts.length !== 3 || !/^\d{4}$/.test(year) || ![month, day].every((one) => /^\d{1,2}$/.test(one))) return null;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
    return isDay && Number(year) >= 1 ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
  };
}

/** The reader of a file without a format: null for a day that only a format explains, such as 31/12/2027. */
export function undeclaredDate(text: string): string | null {
  return /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$/.test(text) && !ISO.test(text) ? null : text;
}
