import { areSiblingCodes } from '../words/codes.js';
import { designationsDiffer, isCoursePart } from '../words/designations.js';
import type { ParsedName } from '../parsing/parsed-name.js';

/** The topic names a level from 2 on, and the course none. */
const LEVEL_MISSING_FACTOR = 0.6;
/** Only one of the two is for people who hold the certificate already. */
const REFRESHER_ADDED_FACTOR = 0.8;
const REFRESHER_MISSING_FACTOR = 0.97;
/** The course is a part of a series, and the topic names no part. */
const PART_ADDED_FACTOR = 0.85;
/** The course is for what the topic is not: "slewing crane" and "non-slewing crane". */
const NEGATED_FACTOR = 0.4;

/** Both have a category, class or group, and not the same. */
const ANOTHER_DESIGNATION_FACTOR = 0.4;
/** Both have codes of one family: "HLTAID010" and "HLTAID011". */
const ANOTHER_CODE_FACTOR = 0.5;

/** The factor for what a topic and a name say of whom a course is for, and do not agree on. */
export function slotsFactor(topic: ParsedName, name: ParsedName): number {
  return (
    levelFactor(topic, name) *
    refresherFactor(topic, name) *
    (haveOtherCodes(topic, name) ? ANOTHER_CODE_FACTOR : 1) *
    (designationsDiffer(topic.designations, name.designations) ? ANOTHER_DESIGNATION_FACTOR : 1) *
    (isPartOnly(topic, name) ? PART_ADDED_FACTOR : 1) *
    (negates(topic, name) ? NEGATED_FACTOR : 1)
  );
}

function levelFactor({ level: asked }: ParsedName, { level: taught }: ParsedName): number {
  return asked !== null && asked.from >= 2 && taught === null ? LEVEL_MISSING_FACTOR : 1;
}

function refresherFactor({ isRefresher: asked }: ParsedName, { isRefresher: taught }: ParsedName): number {
  return asked === taught ? 1 : taught ? REFRESHER_ADDED_FACTOR : REFRESHER_MISSING_FACTOR;
}

function isPartOnly({ designations: asked }: ParsedName, { designations: taught }: ParsedName): boolean {
  return taught.some(isCoursePart) && !asked.some(isCoursePart);
}

/** A code that the vocabulary has may be an earlier one of the same subject. */
function haveOtherCodes({ codes: asked, isKnownCode }: ParsedName, { codes: taught }: ParsedName): boolean {
  return !isKnownCode && asked.some((one) => taught.some((other) => areSiblingCodes(one, other)));
}

function negates(topic: ParsedName, name: ParsedName): boolean {
  return isNegated(topic.negated, name) || isNegated(name.negated, topic);
}

function isNegated(stems: readonly string[], { units, negated }: ParsedName): boolean {
  return stems.some((stemmed) => !negated.includes(stemmed) && units.some(({ stems: of }) => of.includes(stemmed)));
}
