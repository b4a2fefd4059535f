import type { Unit } from './parsed-name.js';

type Kind = Unit['kind'];

/** The weight of each kind of unit in a topic. A role or setting in a topic asks for a course of its own. */
const TOPIC_WEIGHTS: Readonly<Record<Kind, number>> = {
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
  mechanism: 0.8,
  circumstance: 0.1,
};

/** The weight of each kind of unit in a course that the topic does not ask for. */
const COURSE_WEIGHTS: Readonly<Record<Kind, number>> = {
  subject: 0.9,
  'general subject': 0.9,
  word: 0.6,
  action: 0.35,
  role: 2,
  setting: 1.8,
  'common setting': 0.08,
  person: 0.03,
  filler: 0.06,
  number: 0.04,
  mechanism: 0.6,
  circumstance: 0.3,
};

/** The share of its weight that a unit keeps even if every course of the library mentions it. */
const MIN_RARITY_FACTOR = 0.5;

/** @param rarity 0 (in every course) to 1 (in at most one) */
export function weightInTopic(kind: Kind, rarity: number): number {
  return TOPIC_WEIGHTS[kind] * rarityFactor(rarity);
}

export function weightInCourse(kind: Kind, rarity: number): number {
  return COURSE_WEIGHTS[kind] * rarityFactor(rarity);
}

function rarityFactor(rarity: number): number {
  return MIN_RARITY_FACTOR + (1 - MIN_RARITY_FACTOR) * rarity;
}
