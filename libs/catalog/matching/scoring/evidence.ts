import type { Candidate } from '../topic-matcher.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import { separateNumbers } from '../words/numbers.js';
import { stem } from '../words/stem.js';
import type { Comparison } from './compare-names.js';
import type { Match } from './match-units.js';
import { type LibraryContext, rarityOf } from './library-context.js';
import { slotReasons } from './slots.js';

/** The rarity from which the evidence calls a word rare. */
const MIN_RARITY = 0.7;

/** Limits of stored evidence. A topic may consist of nothing but tenant synonyms, each with a reason. */
const MAX_REASONS = 12;
const MAX_REASON_LENGTH = 600;

/** Limits evidence to a size that can be stored with every need. */
export function limitEvidence(evidence: readonly string[]): string[] {
  return evidence.slice(0, MAX_REASONS).map(limitReason);
}

function limitReason(reason: string): string {
  if (reason.length <= MAX_REASON_LENGTH) return reason;
  return `${reason.slice(0, MAX_REASON_LENGTH - 1).toWellFormed()}…`;
}

/** Describes the matches and differences of a topic and a name, for an admin. */
export function evidenceOf(
  { matches, missing, added, levelsDiffer, opposites }: Comparison,
  topic: ParsedName,
  name: ParsedName,
  context: LibraryContext,
): string[] {
  const shared = matches.filter(isSameWord);
  const rare = shared.filter(({ topic: unit }) => rarityOf(unit, context) >= MIN_RARITY);
  return [
    ...matches.filter((match) => !isSameWord(match)).map(describeMatch),
    ...(shared.length > 0
      ? [
          `shares ${rare.length > 0 ? 'rare ' : ''}words: ${list((rare.length > 0 ? rare : shared).map(({ topic: unit }) => unit))}`,
        ]
      : []),
    ...(distinguishing(missing).length > 0 ? [`missing: ${list(distinguishing(missing))}`] : []),
    ...(distinguishing(added).length > 0 ? [`the course adds: ${list(distinguishing(added))}`] : []),
    ...(levelsDiffer ? [`another level: ${levelOf(topic)}, not ${levelOf(name)}`] : []),
    ...(opposites === null ? slotReasons(topic, name) : [`${opposites[0].text} is not ${opposites[1].text}`]),
  ].map(separateNumbers);
}

/** A name without a level differs from awareness because it is for operators. */
const levelOf = ({ level }: ParsedName): string => level?.text ?? 'operator';

/**
 * Says that a topic and a name of a course are equal, or that they are only in other words: "NR35" and "Working at
 * Height".
 */
export function evidenceOfEqual(kind: 'title' | 'topic', topic: ParsedName, name: ParsedName): string {
  const isTranslated = inWrittenWords(topic) !== inWrittenWords(name);
  return isTranslated ? `"${topic.text}" means "${name.text}"` : `${kind} equals "${name.text}"`;
}

const inWrittenWords = ({ units }: ParsedName): string => units.map(asWritten).join('');

function isSameWord({ relation, topic, course }: Match): boolean {
  return relation === 'same' && asWritten(topic) === asWritten(course) && topic.correctedTo === null;
}

/** The stems of a unit in its original language. */
function asWritten({ text }: Unit): string {
  return text.split(' ').map(stem).join('');
}

function describeMatch({ relation, topic, course }: Match): string {
  const read = topic.correctedTo === null ? topic.text : `${topic.text} (read as ${topic.correctedTo})`;
  switch (relation) {
    case 'same':
      return `${read} is ${course.text}`;
    case 'broader':
      return `${read} is a kind of ${course.text}`;
    case 'narrower':
      return `${course.text} is a kind of ${read}`;
    case 'near':
      return `${read} is close to ${course.text}`;
    case 'trained by':
      return `${read} is trained against by: ${course.text}`;
    case 'alike':
      return `${read} is like ${course.text}`;
  }
}

/** Units that distinguish courses. "Safety procedures for operators" has none. */
function distinguishing(units: readonly Unit[]): Unit[] {
  return units.filter(
    ({ kind }) =>
      kind !== 'filler' &&
      kind !== 'person' &&
      kind !== 'number' &&
      kind !== 'common setting' &&
      kind !== 'circumstance',
  );
}

function list(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join(', ');
}

/** Explains why no course is recommended. */
export function whyNone(best: Candidate | undefined): string[] {
  if (best === undefined) return ['no published course is like the topic'];
  return [`closest course "${best.title}" is not close enough (${Math.round(best.score * 100)} %)`, ...best.evidence];
}

/** Explains why neither of two courses is recommended. */
export function whyUndecided(best: Candidate, other: Candidate): string[] {
  return [`"${best.title}" and "${other.title}" are equally close`, ...best.evidence];
}
