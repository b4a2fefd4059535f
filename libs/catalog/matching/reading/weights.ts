import type { Unit } from './reading.js';

type Kind = Unit['kind'];

/** How much of a topic each kind of thing is. Where a topic names another role or setting, another course is meant. */
const IN_TOPIC: Readonly<Record<Kind, number>> = {
  subject: 1,
  'general subject': 1,
  word: 0.9,
  action: 0.75,
  role: 0.9,
  setting: 0.9,
  'common setting': 0.35,
  person: 0.05,
  filler: 0.12,
  number: 0.3,
};

/** How much each takes a course away from a topic that does not name it. */
const IN_COURSE: Readonly<Record<Kind, number>> = {
  subject: 0.9,
  'general subject': 0.9,
  word: 0.6,
  action: 0.35,
  role: 0.5,
  setting: 1.8,
  'common setting': 0.08,
  person: 0.03,
  filler: 0.06,
  number: 0.04,
};

/** Of the full weight, what even a thing has that every course of the library speaks of. */
const COMMON = 0.5;

/** @param rarity 0 (in every course) to 1 (in one at most) */
export function weightInTopic(kind: Kind, rarity: number): number {
  return IN_TOPIC[kind] * byRarity(rarity);
}

export function weightInCourse(kind: Kind, rarity: number): number {
  return IN_COURSE[kind] * byRarity(rarity);
}

function byRarity(rarity: number): number {
  return COMMON + (1 - COMMON) * rarity;
}
