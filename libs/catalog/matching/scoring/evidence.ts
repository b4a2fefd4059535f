import type { Reading, Unit } from '../reading/reading.js';
import { stem } from '../words/stem.js';
import { type Comparison, type Match, type Measures, rarityOf } from './compare.js';

/** From here on a word counts as rare in a library. */
const RARE = 0.7;

/**
 * What is kept and shown of an answer's evidence: a topic may be made of nothing but words of the tenant's own, each
 * with a reason.
 */
const MOST_REASONS = 12;
const LONGEST_REASON = 600;

/** Evidence of a size that can be kept with every need. */
export function bounded(evidence: readonly string[]): string[] {
  return evidence
    .slice(0, MOST_REASONS)
    .map((reason) => (reason.length <= LONGEST_REASON ? reason : `${reason.slice(0, LONGEST_REASON - 1)}…`));
}

/** What speaks for and against a course, in words for an admin. */
export function evidenceOf(
  { matches, missing, added, levelsDiffer, opposed }: Comparison,
  topic: Reading,
  name: Reading,
  measures: Measures,
): string[] {
  const shared = matches.filter(isSameWord);
  const rare = shared.filter(({ topic: unit }) => rarityOf(unit, measures) >= RARE);
  return [
    ...matches.filter((match) => !isSameWord(match)).map(inWords),
    ...(shared.length > 0
      ? [
          `shares ${rare.length > 0 ? 'rare ' : ''}words: ${list((rare.length > 0 ? rare : shared).map(({ topic: unit }) => unit))}`,
        ]
      : []),
    ...(telling(missing).length > 0 ? [`missing: ${list(telling(missing))}`] : []),
    ...(telling(added).length > 0 ? [`the course adds: ${list(telling(added))}`] : []),
    ...(levelsDiffer ? [`another level: ${topic.level?.text ?? ''}, not ${name.level?.text ?? ''}`] : []),
    ...(opposed === null ? [] : [`${opposed[0].text} is not ${opposed[1].text}`]),
  ];
}

function isSameWord({ how, topic, course }: Match): boolean {
  return how === 'same' && asWritten(topic) === asWritten(course) && topic.respelt === null;
}

/** The stems of a unit in the language that it is written in. */
function asWritten({ text }: Unit): string {
  return text.split(' ').map(stem).join('');
}

function inWords({ how, topic, course }: Match): string {
  const read = topic.respelt === null ? topic.text : `${topic.text} (read as ${topic.respelt})`;
  switch (how) {
    case 'same':
      return `${read} is ${course.text}`;
    case 'broader':
      return `${read} is a kind of ${course.text}`;
    case 'narrower':
      return `${course.text} is a kind of ${read}`;
    case 'near':
      return `${read} is close to ${course.text}`;
    case 'alike':
      return `${read} is like ${course.text}`;
  }
}

/** What tells one course from another; of "safety procedures for operators" nothing does. */
function telling(units: readonly Unit[]): Unit[] {
  return units.filter(
    ({ kind }) => kind !== 'filler' && kind !== 'person' && kind !== 'number' && kind !== 'common setting',
  );
}

function list(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join(', ');
}
