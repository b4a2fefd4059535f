import { type XmlElement, named } from './xml-tree.js';

/** Numbers of the built-in formats that show a day (ECMA-376, part 1, section 18.8.30), first and last. */
const BUILT_IN = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
] as const;
const DAY_MS = 86_400_000;
/** Days from 30 December 1899, and from 1 January 1904, to 1970. */
const BEFORE_1970 = 25_569;
const BEFORE_1970_FROM_1904 = 24_107;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/** The styles of cells whose number is a date. */
export function datesOf(styles: XmlElement | undefined): ReadonlySet<number> {
  const formats = new Set<number>();
  for (const { attributes } of named(styles, 'numFmt'))
    if (showsDay(attributes.get('formatCode') ?? '')) formats.add(Number(attributes.get('numFmtId')));
  return new Set(
    named(named(styles, 'cellXfs')[0], 'xf').flatMap(({ attributes }, index) => {
      const format = Number(attributes.get('numFmtId') ?? 0);
      const isDate = formats.has(format) || BUILT_IN.some(([first, last]) => format >= first && format <= last);
      return isDate ? [index] : [];
    }),
  );
}

/** `dd/mm/yyyy`, `[$-409]d-mmm-yy`; not `0.00 "days"` and not `[h]:mm`. */
function showsDay(formatCode: string): boolean {
  return /[dy]/i.test(formatCode.slice(0, 255).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** The ISO day of a serial number; the number if it is no day. */
export function dayOf(serial: number, isFrom1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_DAY) return String(serial);
  const before = isFrom1904 ? BEFORE_1970_FROM_1904 : BEFORE_1970;
  // Excel counts 29 February 1900, which did not exist.
  const days = Math.floor(serial) - before + (!isFrom1904 && serial < 60 ? 1 : 0);
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
