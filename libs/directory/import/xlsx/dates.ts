import { DAY_MS } from '#platform/text';
import type { Workbook } from './workbook.js';
import { xmlEvents } from './xml-events.js';

const STYLES = 'xl/styles.xml';
/** Numbers of the built-in formats that show a day (ECMA-376, part 1, section 18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);
const MAX_STYLES = 65_000;
/** Days from 30 December 1899, and from 1 January 1904, to 1970. */
const DAYS_BEFORE_1970 = 25_569;
const DAYS_BEFORE_1970_FROM_1904 = 24_107;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/** The styles of cells whose number is a date: in a workbook, a date is a number with such a format. */
export async function readDateStyles(workbook: Workbook): Promise<ReadonlySet<number>> {
  const styles = new Set<number>();
  if (!workbook.has(STYLES)) return styles;
  const formats = new Set(BUILT_IN);
  let isInCells = false;
  let count = 0;
  for await (const events of xmlEvents(workbook.part(STYLES))) {
    for (const event of events) {
      if (event.kind === 'text') continue;
      if (event.name === 'cellXfs') isInCells = event.kind === 'open';
      if (event.kind !== 'open' || count > MAX_STYLES) continue;
      const { numFmtId, formatCode = '' } = event.attributes;
      if (event.name === 'numFmt' && formats.size <= MAX_STYLES && showsDay(formatCode)) formats.add(Number(numFmtId));
      if (event.name === 'xf' && isInCells && formats.has(Number(numFmtId ?? 0))) styles.add(count);
      if (event.name === 'xf' && isInCells) count++;
    }
  }
  return styles;
}

/** `dd/mm/yyyy`, `[$-409]d-mmm-yy`; not `0.00 "days"` and not `[h]:mm`. */
function showsDay(formatCode: string): boolean {
  const code = formatCode.slice(0, 255).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dy]/i.test(code);
}

/** The ISO day of a serial number; its time of day, which has no time zone, is dropped. The number if it is no day. */
export function dayOf(serial: number, isFrom1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_DAY) return String(serial);
  const before = isFrom1904 ? DAYS_BEFORE_1970_FROM_1904 : DAYS_BEFORE_1970;
  // Excel counts 29 February 1900, a day that never was.
  const days = Math.floor(serial) - before + (!isFrom1904 && serial < 60 ? 1 : 0);
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
