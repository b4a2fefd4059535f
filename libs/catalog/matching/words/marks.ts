import { normalizeText } from './split-words.js';

/** Letters before a number of one series: "D11", "Ex01", "CS30", "A59". "L2" and "tier 2" are levels. */
const MARK =
  /(?<![\p{L}\p{N}.,/:])(?!l\d)(?<series>[a-z]{1,4})0{0,3}(?<number>\d{1,3})[a-z]{0,2}(?![\p{L}\p{N}]|[.:/,]\d)/gu;
/** Numbers of the United Nations for dangerous goods, and of Brazilian regulations, also with a blank or a dash. */
const NUMBERED = /(?<![\p{L}\p{N}])(?<series>un|nr)[ -]?0{0,3}(?<number>\d{1,4})(?![\p{L}\p{N}]|[.:/,]\d)/gu;
/** Parts of a standard: "DIN EN ISO 9606-1". */
const PART_OF_STANDARD = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:din|en|iso|iec|bs|nf|une|uni|nen|vde)[ /-]?){1,3}` +
    String.raw`(?<standard>\d{3,6})-(?<part>\d{1,2})(?![\p{L}\p{N}]|[-./]\d)`,
  'gu',
);
/** A period or a version says nothing about the kind: "Q3", "FY26", "v2". */
const NO_SERIES: ReadonlySet<string> = new Set(['q', 'fy', 'v', 'ver', 'rev', 'wk', 'kw', 'cw', 's']);
/** "Ex01-Ex04", "NR-10 to NR-12" */
const RANGE =
  /(?<![\p{L}\p{N}])(?<series>[a-z]{1,4})-?0{0,3}(?<from>\d{1,4}) ?(?:-|–|to|bis|a) ?\k<series>?-?0{0,3}(?<to>\d{1,4})(?![\p{L}\p{N}])/gu;
/** Longer ranges are none: "A1-A100" has no use, and each number would need memory. */
const MAX_RANGE = 20;

/** Returns the models, grades and standards that a text names, such as `mark-d 11` and `standard-9606 1`. */
export function marksIn(text: string): string[] {
  if (!/\d/.test(text)) return [];
  const normalized = normalizeText(text);
  const single = [...normalized.matchAll(MARK), ...normalized.matchAll(NUMBERED)].map(({ groups }) =>
    markOf(groups?.['series'], Number(groups?.['number'])),
  );
  const ofRanges = [...normalized.matchAll(RANGE)].flatMap(({ groups }) => {
    const [from, to] = [Number(groups?.['from']), Number(groups?.['to'])];
    return Array.from({ length: to - from > MAX_RANGE ? 0 : Math.max(0, to - from) }, (_unused, more) =>
      markOf(groups?.['series'], from + more),
    );
  });
  const parts = [...normalized.matchAll(PART_OF_STANDARD)].map(
    ({ groups }) => `standard-${groups?.['standard'] ?? ''} ${Number(groups?.['part'])}`,
  );
  return [...new Set([...single, ...ofRanges, ...parts].filter((mark) => mark !== null))];
}

function markOf(series: string | undefined, number: number): string | null {
  return series === undefined || NO_SERIES.has(series) ? null : `mark-${series} ${number}`;
}

/** `mark-d 11` and `standard-9606 1` as people write them: "D11", "9606-1". */
export function markInWords(designation: string): string {
  const [, standard, part = ''] = /^standard-(\d+) (\d+)$/.exec(designation) ?? [];
  if (standard !== undefined) return `${standard}-${part}`;
  const [, series = '', number = ''] = /^mark-([a-z]+) (\d+)$/.exec(designation) ?? [];
  return number === '' ? designation : `${series.toUpperCase()}${number}`;
}
