import type { Unit } from '../reading/reading.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { stem } from '../words/stem.js';

/** Words that stand in each other's place and make of a course another one; general English and Spanish. */
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
  note(stem(one), stem(other));
  note(stem(other), stem(one));
}

function note(one: string, other: string): void {
  opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
}

type Opposed = readonly [topic: Unit, course: Unit];

/** The first unit that is missing in the course because the course has another one in its place, and that one. */
export function findOpposed(missing: readonly Unit[], added: readonly Unit[], vocabulary: Vocabulary): Opposed | null {
  const numbers = new Set(added.filter(isNumber));
  const names = new Set(added.filter((unit) => isName(unit, vocabulary)));
  for (const topic of missing) {
    const others = isNumber(topic) ? numbers : isName(topic, vocabulary) ? names : null;
    if (others === null && !topic.stems.some((stemmed) => opposites.has(stemmed))) continue;
    const course = added.find((unit) => others?.has(unit) || areOpposed(topic.stems, unit.stems));
    if (course !== undefined) return [topic, course];
  }
  return null;
}

/** "Sydney" and "Perth" depot: neither is a word of any trade, so each names something. */
function isName({ kind, stems: [stemmed = ''] }: Unit, vocabulary: Vocabulary): boolean {
  return kind === 'word' && !vocabulary.stems.has(stemmed);
}

/** "Part 46" and "Part 48", "Category A" and "Category B"; a digit alone only counts the parts of a course. */
function isNumber({ kind, text }: Unit): boolean {
  return kind === 'number' && !/^\d$/.test(text);
}

/** Whether words of a topic stand against words of a course: "boom lift over 11 m" and "under 11 m". */
export function areOpposed(topic: readonly string[], course: readonly string[]): boolean {
  for (const one of topic) {
    const others = opposites.get(one);
    if (others !== undefined && course.some((word) => others.has(word))) return true;
  }
  return false;
}
