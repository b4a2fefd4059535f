import type { Family } from '../family.js';
import { businessSkills } from './business-skills.js';
import { chemicals } from './chemicals-and-air.js';
import { conduct, security } from './conduct-and-law.js';
import { energy, machines } from './energy-and-machines.js';
import { fire } from './fire-and-emergency.js';
import { food } from './food.js';
import { actions, commonSettings, generalWords, people, regimes, roles, settings } from './general-words.js';
import { clinical, health } from './health-and-wellbeing.js';
import { heightAndAccess } from './height-and-access.js';
import { industrialTrucks, lifting } from './plant-and-lifting.js';
import { protectiveEquipment } from './protective-equipment.js';
import { finance } from './finance.js';
import { digitalSkills } from './digital-skills.js';
import { hospital } from './hospital-and-care.js';
import { airAndSea, landAndAnimals } from './land-and-animals.js';
import { manufacturing, miningAndEnergy, trades } from './industries.js';
import { peopleAndWork } from './people-and-work.js';
import { education, hospitalityAndRetail } from './public-places.js';
import { transport } from './transport.js';
import { generalSafety, workPractices } from './work-practices.js';

/**
 * All families, the special before the general: where a term is in two of them, the earlier one is named in the
 * evidence.
 */
export const families: readonly Family[] = [
  heightAndAccess,
  industrialTrucks,
  lifting,
  energy,
  machines,
  chemicals,
  protectiveEquipment,
  fire,
  workPractices,
  generalSafety,
  transport,
  health,
  clinical,
  food,
  conduct,
  security,
  landAndAnimals,
  airAndSea,
  hospital,
  miningAndEnergy,
  manufacturing,
  trades,
  finance,
  hospitalityAndRetail,
  education,
  businessSkills,
  digitalSkills,
  peopleAndWork,
  roles,
  regimes,
  settings,
  commonSettings,
  actions,
  people,
  generalWords,
];
