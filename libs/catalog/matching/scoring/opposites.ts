import type { Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { stem } from '../words/stem.js';

/** Words that exclude each other and so make another course; general English and Spanish. */
const PAIRS: ReadonlyArray<readonly [string, string]> = [
  ['under', 'over'],
  ['below', 'above'],
  ['low', 'high'],
  ['supported', 'suspended'],
  ['internal', 'external'],
  ['indoor', 'outdoor'],
  ['light', 'heavy'],
  ['manual', 'automatic'],
  ['fixed', 'mobile'],
  ['fixed', 'portable'],
  ['armed', 'unarmed'],
  ['sealed', 'unsealed'],
  ['surface', 'underground'],
  ['vertical', 'horizontal'],
  ['large', 'small'],
  ['static', 'mobile'],
  ['friable', 'nonfriable'],
  ['bonded', 'friable'],
  ['petrol', 'diesel'],
  ['rigid', 'articulated'],
  ['adult', 'child'],
  ['adult', 'paediatric'],
  ['day', 'night'],
  ['hot', 'cold'],
  ['inbound', 'outbound'],
  ['import', 'export'],
  ['theory', 'practical'],
  ['bajo', 'alto'],
  ['baja', 'alta'],
  ['interior', 'exterior'],
  ['load', 'unload'],
  ['erect', 'dismantle'],
  ['build', 'dismantle'],
  ['install', 'remove'],
  ['onshore', 'offshore'],
  ['air', 'sea'],
  ['road', 'rail'],
  ['road', 'air'],
  ['road', 'sea'],
  ['associate', 'professional'],
];

/** Of cards, tags and belts. Each excludes all others. */
const COLOURS = 'black blue brown gold green grey orange pink purple red silver white yellow'.split(' ');

const opposites = new Map<string, Set<string>>();
const pairsOfColours = COLOURS.flatMap((one, at) => COLOURS.slice(at + 1).map((other) => [one, other] as const));
for (const [one, other] of [...PAIRS, ...pairsOfColours]) {
  addOpposite(stem(one), stem(other));
  addOpposite(stem(other), stem(one));
}

function addOpposite(one: string, other: string): void {
  opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
}

/** Words that tell kinds of a subject apart and are no subject themselves: "low risk" and "low voltage". */
const QUALIFIERS: ReadonlySet<string> = new Set(
  'under over below above low high internal external interior exterior light heavy large small vertical horizontal fixed bajo baja alto alta'
    .split(' ')
    .map(stem),
);

export function isQualifier({ kind, joinedStems }: Unit): boolean {
  return kind === 'word' && QUALIFIERS.has(joinedStems);
}

type Opposites = readonly [topic: Unit, course: Unit];

/**
 * Finds the first missing unit that the course replaces by an opposite one, and returns both. Numbers are opposites if
 * they have the same form ("Part 46" and "Part 48"), and so are two models ("A330" and "B737NG"). So are proper names,
 * if each of the two has one, and in the same place ("Sydney depot" and "Perth depot", but not a remark in brackets).
 */
export function findOpposites(
  missing: readonly Unit[],
  added: readonly Unit[],
  vocabulary: Vocabulary,
  isSamePlace: (topic: Unit, course: Unit) => boolean = () => true,
): Opposites | null {
  for (const topic of missing) {
    const course = added.find(
      (unit) =>
        haveOpposites(topic.stems, unit.stems) ||
        (isNumber(topic) && isNumber(unit) && formOf(topic) === formOf(unit)) ||
        (isModel(topic) && isModel(unit)),
    );
    if (course !== undefined) return [topic, course];
  }
  const [name, ...otherNames] = missing.filter((unit) => isName(unit, vocabulary));
  const [replaced, ...otherReplaced] = added.filter((unit) => isName(unit, vocabulary));
  if (name === undefined || replaced === undefined || otherNames.length > 0 || otherReplaced.length > 0) return null;
  return isSamePlace(name, replaced) ? [name, replaced] : null;
}

/** Whether a unit is a proper name: a word that the vocabulary lacks. */
function isName({ kind, stems: [stemmed = ''] }: Unit, vocabulary: Vocabulary): boolean {
  return kind === 'word' && !vocabulary.stems.has(stemmed);
}

/** A single digit only counts the parts of a course. */
function isNumber({ kind, text }: Unit): boolean {
  return kind === 'number' && !/^\d$/.test(text);
}

/** Letters with a number of two digits or more, as models and standards have. */
function isModel({ kind, text }: Unit): boolean {
  return (kind === 'number' || kind === 'word') && /^[a-z]{1,3}\d{2,}[a-z]*$/i.test(text);
}

/** The form of a number or letter: `99` of "46", `a` of "B", `a99` of "A40". */
function formOf({ text }: Unit): string {
  return text.toLowerCase().replaceAll(/\d/g, '9').replaceAll(/[a-z]/g, 'a');
}

/** Whether a topic has the opposite of a word of the course: "boom lift over 11 m" and "under 11 m". */
export function haveOpposites(topic: readonly string[], course: readonly string[]): boolean {
  for (const one of topic) {
    const others = opposites.get(one);
    if (others !== undefined && course.some((word) => others.has(word))) return true;
  }
  return false;
}
