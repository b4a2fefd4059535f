import { citationsIn, separateCitations } from './citations.js';
import { normalizeText } from './split-words.js';

/** What distinguishes kinds of one thing, in the languages of the dictionaries. */
const SCHEMES: ReadonlyArray<readonly [name: string, words: string]> = [
  // A French recommendation of CACES stands before its category: "R489 1A".
  ['category', 'cat|category|categories|categorie|categoria|kat|kategorie|r ?48[2-9]|r ?490'],
  ['class', 'class|classes|classe|classi|clase|klasse'],
  ['group', 'group|groups|groupe|gruppo|gruppi|grupo|gruppe|groep'],
  ['grade', 'grade|grades|grado'],
  // As `numberParts` writes them.
  ['part', 'part'],
  ['module', 'module'],
  ['phase', 'phase'],
];
const VALUE = String.raw`(?<![\p{L}\p{N}])(?:[a-z]?\d{1,2}[a-z]?|[a-z]|i{2,3}|iv)(?![\p{L}\p{N}])`;
/** "cat. 3", "Category A", "classes 1, 2 & 3": up to eight values of a scheme. */
const DESIGNATIONS = SCHEMES.map(
  ([name, words]) =>
    [
      name,
      new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?:${words})\.? ?(${VALUE}(?: ?(?:[,/&+-]|and|et|und|en) ?${VALUE}){0,7})`,
        'gu',
      ),
    ] as const,
);
const VALUES = new RegExp(VALUE, 'gu');
const ROMAN: ReadonlyMap<string, string> = new Map([
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
]);

/** A duration as `joinDurations` writes it. */
const DURATION = /(?<![\p{L}\p{N}])(\d+)(hour|day)(?![\p{L}\p{N}])/gu;

/**
 * Returns the categories, classes, groups, grades, parts, durations and sections of regulations that a text names, such
 * as `category 3`, `hour 40` and `section 396.19`.
 */
export function designationsIn(text: string): string[] {
  const normalized = normalizeText(text);
  const durations = [...normalized.matchAll(DURATION)].map(([, count, unit]) => `${unit} ${count}`);
  const sections = citationsIn(normalized).map((citation) => `section ${separateCitations(citation)}`);
  return DESIGNATIONS.flatMap(([name, pattern]) =>
    [...normalized.matchAll(pattern)].flatMap(([, values = '']) =>
      [...values.matchAll(VALUES)].map(([value]) => `${name} ${ROMAN.get(value) ?? value}`),
    ),
  ).concat(durations, sections);
}

/** Whether two lists have designations of one scheme, and none in common. 1A belongs to 1. */
export function designationsDiffer(one: readonly string[], other: readonly string[]): boolean {
  const comparable = one.filter((mine) => other.some((theirs) => schemeOf(theirs) === schemeOf(mine)));
  return comparable.length > 0 && !comparable.some((mine) => other.some((theirs) => agree(mine, theirs)));
}

/** `category 3` and `40 hours`, for the evidence. */
export function designationsInWords(designations: readonly string[]): string {
  return designations.map((one) => one.replace(/^(hour|day) (\d+)$/, '$2 $1s')).join(', ');
}

/** Whether a designation is a part of a course: `part 2`, but not `part 46` of a regulation. */
export function isCoursePart(designation: string): boolean {
  return /^(?:part|phase) \d$/.test(designation);
}

function agree(one: string, other: string): boolean {
  return one === other || withoutLetter(one) === other || one === withoutLetter(other);
}

function withoutLetter(designation: string): string {
  return designation.replace(/(?<=\d)[a-z]$/, '');
}

function schemeOf(designation: string): string {
  return designation.slice(0, designation.indexOf(' '));
}
