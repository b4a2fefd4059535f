import { citationsIn, separateCitations } from './citations.js';
import { licenceClassesIn } from './licences.js';
import { markInWords, marksIn } from './marks.js';
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
  ['module', 'module|modulo|modul|mod'],
  ['phase', 'phase'],
  ['zone', 'zone|zones|zona|zonas|zonen'],
  ['unit', 'unit|units'],
  // Of a law: "§ 43 IfSG". Longer ones are citations.
  ['section', '§{1,2}'],
];
const VALUE = String.raw`(?<![\p{L}\p{N}])(?:[a-z]?\d{1,2}[a-z]?|[bc]e|[a-z]|i{2,3}|iv)(?![\p{L}\p{N}])`;
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

/** "2018 edition", "edition 2021", "BS 7671:2018": a year of a standard. Other years say when a course is due. */
const EDITION =
  /(?<![\p{L}\p{N}])(?:(199\d|20\d\d)[ -](?:edition|ed)|(?:edition|ed)\.? (199\d|20\d\d)|\p{L}+[ -]?\d{3,6}(?:-\d)?:(199\d|20\d\d))(?![\p{L}\p{N}])/gu;

/** Returns the editions of standards that a text names with its dates, such as `edition 2018`. */
export function editionsIn(text: string): string[] {
  if (!/199\d|20\d\d/.test(text)) return [];
  return [...normalizeText(text).matchAll(EDITION)].map(([, before, after, ofNumber]) => {
    return `edition ${before ?? after ?? ofNumber ?? ''}`;
  });
}

/**
 * Returns the categories, classes, groups, grades, parts, zones, licence classes, durations, sections of regulations
 * and marks that a text names, such as `category 3`, `licence c1e`, `hour 40`, `section 396.19` and `mark-d 11`.
 */
export function designationsIn(text: string): string[] {
  const normalized = normalizeText(text);
  const durations = [...normalized.matchAll(DURATION)].map(([, count, unit]) => `${unit} ${count}`);
  const sections = citationsIn(normalized).map((citation) => `section ${separateCitations(citation)}`);
  return DESIGNATIONS.flatMap(([name, pattern]) =>
    [...normalized.matchAll(pattern)].flatMap(([, values = '']) =>
      [...values.matchAll(VALUES)].map(([value]) => `${name} ${ROMAN.get(value) ?? value}`),
    ),
  ).concat(
    licenceClassesIn(normalized).map((value) => `licence ${value}`),
    durations,
    sections,
    marksIn(normalized),
  );
}

/** Whether two lists have designations of one scheme, and none of it in common. 1A belongs to 1. */
export function designationsDiffer(one: readonly string[], other: readonly string[]): boolean {
  return one.some((mine) => {
    const theirs = other.filter((designation) => areComparable(mine, designation));
    const ofScheme = one.filter((designation) => schemeOf(designation) === schemeOf(mine));
    return theirs.length > 0 && !ofScheme.some((designation) => theirs.some((their) => agree(designation, their)));
  });
}

/** The designations of a list that the other one has in other numbers or letters. */
export function comparableTo(one: readonly string[], other: readonly string[]): string[] {
  return one.filter((mine) => other.some((theirs) => areComparable(mine, theirs)));
}

/**
 * Whether one of two lists names a kind, and the other one no kind at all. Numbers of parts and durations name none.
 */
export function namesKindOnly(one: readonly string[], other: readonly string[]): boolean {
  return one.some(isKind) && !other.some(isKind);
}

function isKind(designation: string): boolean {
  return /^(?:category|class|group|grade|licence) /.test(designation);
}

/** The values of the kinds that a list names: `c` of `licence c` and of `class c`. */
export function kindsOf(designations: readonly string[]): string[] {
  return designations.filter(isKind).map(valueOf);
}

/** The numbers that two names may share without the same words: of "first aid 3" and "First Aid Level 3". */
export function numbersOf(designations: readonly string[], isNumber: (scheme: string) => boolean): number[] {
  return designations.flatMap((designation) => {
    const [, number] = /^[a-z]+ (\d{1,3})$/.exec(designation) ?? [];
    return number === undefined || !isNumber(schemeOf(designation)) ? [] : [Number(number)];
  });
}

/** `category 3`, `40 hours` and `D11`, for the evidence. */
export function designationsInWords(designations: readonly string[]): string {
  return designations.map((one) => markInWords(one.replace(/^(hour|day) (\d+)$/, '$2 $1s'))).join(', ');
}

/** Whether a designation is a part of a course: `part 2`, but not `part 46` of a regulation. */
export function isCoursePart(designation: string): boolean {
  return /^(?:part|phase) \d$/.test(designation);
}

function agree(one: string, other: string): boolean {
  const [mine, theirs] = [valueOf(one), valueOf(other)];
  if (mine === theirs) return true;
  return schemeOf(one) !== 'licence' && (withoutLetter(mine) === theirs || mine === withoutLetter(theirs));
}

/** "Class C" and "category C" beside no word for a licence may be classes of licences too. */
function areComparable(one: string, other: string): boolean {
  const schemes = [schemeOf(one), schemeOf(other)];
  return (
    schemes[0] === schemes[1] ||
    (schemes.includes('licence') &&
      schemes.some((scheme) => scheme === 'class' || scheme === 'category') &&
      [one, other].every((designation) => /^\D/.test(valueOf(designation))))
  );
}

function withoutLetter(value: string): string {
  return value.replace(/(?<=\d)[a-z]$/, '');
}

function schemeOf(designation: string): string {
  return designation.slice(0, designation.indexOf(' '));
}

function valueOf(designation: string): string {
  return designation.slice(designation.indexOf(' ') + 1);
}
