import { areSiblingCodes } from '../words/codes.js';
import {
  comparableTo,
  designationsDiffer,
  designationsInWords,
  isCoursePart,
  namesKindOnly,
  numbersOf,
} from '../words/designations.js';
import { sizesDiffer } from '../words/sizes.js';
import type { ParsedName } from '../parsing/parsed-name.js';

/** What a topic and a name say of whom, or of which kind, a course is for, and do not agree on. */
interface Disagreement {
  readonly factor: number;
  readonly applies: (topic: ParsedName, name: ParsedName) => boolean;
  /** For an admin. */
  readonly reason: (topic: ParsedName, name: ParsedName) => string;
}

const DISAGREEMENTS: readonly Disagreement[] = [
  {
    factor: 0.6,
    applies: ({ level: asked }, { level: taught }) => asked !== null && asked.from >= 2 && taught === null,
    reason: ({ level }) => `the course names no level: ${level?.text ?? ''}`,
  },
  // Only one of the two is for people who hold the certificate already.
  {
    factor: 0.4,
    applies: (topic, name) => (topic.isInitial ? name.isRefresher : asksAgain(topic) && name.isInitial),
    reason: (_topic, { isRefresher }) => (isRefresher ? 'the course is a refresher' : 'the course is no refresher'),
  },
  {
    factor: 0.8,
    applies: (topic, name) => !prefersAgain(topic) && !topic.isInitial && name.isRefresher,
    reason: () => 'the course is a refresher',
  },
  {
    factor: 0.97,
    applies: (topic, name) =>
      prefersAgain(topic) && !isRepeatedAsAsked(topic, name) && !(asksAgain(topic) && name.isInitial),
    reason: () => 'the course is no refresher',
  },
  {
    factor: 0.5,
    applies: haveOtherCodes,
    reason: ({ codes: asked }, { codes: taught }) => `another code: ${asked.join(', ')}, not ${taught.join(', ')}`,
  },
  {
    factor: 0.4,
    applies: (topic, name) => designationsDiffer(topic.designations, name.designations),
    reason: ({ designations: asked }, { designations: taught }) =>
      `another kind: ${designationsInWords(comparableTo(asked, taught))}, not ${designationsInWords(comparableTo(taught, asked))}`,
  },
  {
    factor: 0.55,
    applies: (topic, name) => !topic.isKindKnown && lacksKind(topic, name),
    reason: ({ designations }) => `the course names no kind: ${designationsInWords(designations)}`,
  },
  {
    factor: 0.9,
    applies: (topic, name) => topic.isKindKnown && lacksKind(topic, name),
    reason: ({ designations }) => `the course names no kind: ${designationsInWords(designations)}`,
  },
  {
    factor: 0.4,
    applies: numbersDiffer,
    reason: (topic, name) =>
      `another number: ${numbersOfName(topic).join(', ')}, not ${numbersOfName(name).join(', ')}`,
  },
  {
    factor: 0.4,
    applies: (topic, name) => sizesDiffer(topic.sizes, name.sizes),
    reason: ({ sizes: asked }, { sizes: taught }) =>
      `another size: ${asked.map(({ text }) => text).join(', ')}, not ${taught.map(({ text }) => text).join(', ')}`,
  },
  {
    factor: 0.85,
    applies: ({ designations: asked }, { designations: taught }) =>
      taught.some(isCoursePart) && !asked.some(isCoursePart),
    reason: (_topic, { designations }) => `the course is only ${designations.filter(isCoursePart).join(', ')}`,
  },
  // Another course may be for what this one leaves out: "mobile crane" and "non-slewing mobile crane".
  {
    factor: 0.9,
    applies: (topic, name) => onlyExcludedBy(name, topic).length > 0,
    reason: (topic, name) => `the course excludes: ${onlyExcludedBy(name, topic).join(', ')}`,
  },
  // The course is for what the topic is not: "slewing crane" and "non-slewing crane".
  {
    factor: 0.4,
    applies: (topic, name) => excludedBy(topic, name).length > 0 || excludedBy(name, topic).length > 0,
    reason: (topic, name) => `excluded: ${[...excludedBy(topic, name), ...excludedBy(name, topic)].join(', ')}`,
  },
];

/** A lower factor says that the two name different levels, kinds, roles or codes. */
export const MIN_SLOTS = 0.9;

/** The factor for all on which a topic and a name do not agree. */
export function slotsFactor(topic: ParsedName, name: ParsedName): number {
  return DISAGREEMENTS.reduce((factor, one) => (one.applies(topic, name) ? factor * one.factor : factor), 1);
}

/** On what a topic and a name do not agree, for an admin. */
export function slotReasons(topic: ParsedName, name: ParsedName): string[] {
  return DISAGREEMENTS.filter(({ applies }) => applies(topic, name)).map(({ reason }) => reason(topic, name));
}

/** Whether a topic is for people who took the course before: as a refresher, or as what they renew every year. */
function asksAgain({ isRefresher, isPeriodic, isInitial }: ParsedName): boolean {
  return isRefresher || (isPeriodic && !isInitial);
}

/** Whether a refresher is right for a topic if there is one: also for a certificate that has expired. */
function prefersAgain(topic: ParsedName): boolean {
  return asksAgain(topic) || (topic.isExpired && !topic.isInitial);
}

/** Whether a topic asks for a course that people take again, and the name is of one. */
export function isRepeatedAsAsked(topic: ParsedName, { isRefresher, isPeriodic }: ParsedName): boolean {
  return prefersAgain(topic) && (isRefresher || isPeriodic);
}

/** A code that the vocabulary has may be an earlier one of the same subject. */
function haveOtherCodes({ codes: asked, isKnownCode }: ParsedName, { codes: taught }: ParsedName): boolean {
  return !isKnownCode && asked.some((one) => taught.some((other) => areSiblingCodes(one, other)));
}

function lacksKind(topic: ParsedName, name: ParsedName): boolean {
  return namesKindOnly(topic.designations, name.designations) && numbersOfName(name).length === 0;
}

/** Whether one of them ends with a number and the other has others: "first aid 3" and "First Aid Level 2". */
function numbersDiffer(topic: ParsedName, name: ParsedName): boolean {
  return (
    isAmong(topic.number, numbersOfName(name, (topic.number ?? 0) > MAX_HOURS ? isNoTime : isNoYear)) === false ||
    isAmong(name.number, numbersOfName(topic, isNoTime)) === false
  );
}

/** A longer time than a course takes in hours. */
const MAX_HOURS = 48;

/** @returns null if there is nothing to compare */
function isAmong(number: number | null, others: readonly number[]): boolean | null {
  return number === null || others.length === 0 ? null : others.includes(number);
}

const isNoTime = (scheme: string): boolean => scheme !== 'hour' && scheme !== 'day' && scheme !== 'edition';
const isNoYear = (scheme: string): boolean => scheme !== 'edition';

/** The numbers of levels, kinds and durations, and the one that has no word. */
function numbersOfName({ number, level, designations }: ParsedName, isCounted = isNoYear): number[] {
  const levels = level?.text.startsWith('level') === true ? [level.from, level.to] : [];
  return [...(number === null ? [] : [number]), ...levels, ...numbersOf(designations, isCounted)];
}

/** The stems that a name excludes, and the other one does not. */
function onlyExcludedBy({ negated }: ParsedName, { negated: alsoExcluded }: ParsedName): string[] {
  return negated.filter((stemmed) => !alsoExcluded.includes(stemmed));
}

/** The stems of a name that the other one excludes. */
function excludedBy(one: ParsedName, other: ParsedName): string[] {
  return onlyExcludedBy(one, other).filter((stemmed) => other.units.some(({ stems: of }) => of.includes(stemmed)));
}
