import type { Brief } from '../draft-writer.js';
import type { Family } from './family.js';
import { DRONES } from './families/drones.js';
import { CONFINED_SPACE } from './families/confined.js';
import { SECURITY } from './families/security.js';
import { FITNESS } from './families/fitness.js';
import { GENERAL } from './families/general.js';
import { HEIGHTS } from './families/heights.js';
import { RADIATION } from './families/radiation.js';
import { WATER } from './families/water.js';
import { EQUIPMENT } from './families/plant.js';
import { ISOLATION, WORK_UNDER_PERMIT } from './families/permits.js';
import { EMERGENCY, SUBSTANCES } from './families/exposure.js';
import { FIRE } from './families/fire.js';
import { FIRST_AID } from './families/first-aid.js';
import { FORKLIFT } from './families/forklift.js';
import { HANDLING } from './families/handling.js';
import { LIFTING } from './families/lifting.js';
import { CODE_OF_CONDUCT } from './families/code-of-conduct.js';
import { INFECTION } from './families/infection.js';
import { PERMIT_TO_WORK } from './families/permit-to-work.js';
import { CARE, CONDUCT, HYGIENE } from './families/people.js';

/** The first that matches is taken: the more specific ones come first. */
export const FAMILIES: readonly Family[] = [
  RADIATION,
  WATER,
  DRONES,
  FITNESS,
  SECURITY,
  CONFINED_SPACE,
  HEIGHTS,
  PERMIT_TO_WORK,
  WORK_UNDER_PERMIT,
  FORKLIFT,
  FIRST_AID,
  FIRE,
  EMERGENCY,
  INFECTION,
  CODE_OF_CONDUCT,
  ISOLATION,
  SUBSTANCES,
  HANDLING,
  HYGIENE,
  CARE,
  CONDUCT,
  LIFTING,
  EQUIPMENT,
];

/** The family that a topic belongs to, by the topic, its subjects and its category. */
export function familyOf({ topic, subjects, category }: Brief): Family {
  const texts = [topic, ...subjects, category ?? ''].map((text) => text.toLowerCase());
  const found = texts.flatMap((text) => FAMILIES.find(({ about }) => about.test(text)) ?? []);
  return found[0] ?? GENERAL;
}
