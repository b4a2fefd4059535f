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
];

const opposites = new Map<string, Set<string>>();
for (const [one, other] of PAIRS) {
  addOpposite(stem(one), stem(other));
  addOpposite(stem(other), stem(one));
}

function addOpposite(one: string, other: string): void {
  opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
}

type Opposites = readonly [topic: Unit, course: Unit];

/** Finds the first missing unit that the course replaces by an opposite one, and returns both. */
export function findOpposites(
  missing: readonly Unit[],
  added: readonly Unit[],
  vocabulary: Vocabulary,
): Opposites | null {
  const numbers = new Set(added.filter(isNumber));
  const names = new Set(added.filter((unit) => isName(unit, vocabulary)));
  for (const topic of missing) {
    const others = isNumber(topic) ? numbers : isName(topic, vocabulary) ? names : null;
    if (others === null && !topic.stems.some((stemmed) => opposites.has(stemmed))) continue;
    const course = added.find((unit) => others?.has(unit) || haveOpposites(topic.stems, unit.stems));
    if (course !== undefined) return [topic, course];
  }
  return null;
}

/** Whether a unit is a proper name: a word that the vocabulary lacks. "Sydney depot" and "Perth depot" differ. */
function isName({ kind, stems: [stemmed = ''] }: Unit, vocabulary: Vocabulary): boolean {
  return kind === 'word' && !vocabulary.stems.has(stemmed);
}

/**
 * "Part 46" and "Part 48", or "Category A" and "Category B", differ; a single digit only counts the parts of a course.
 */
function isNumber({ kind, text }: Unit): boolean {
  return kind === 'number' && !/^\d$/.test(text);
}

/** Whether a topic has the opposite of a word of the course: "boom lift over 11 m" and "under 11 m". */
export function haveOpposites(topic: readonly string[], course: readonly string[]): boolean {
  for (const one of topic) {
    const others = opposites.get(one);
    if (others !== undefined && course.some((word) => others.has(word))) return true;
  }
  return false;
}
