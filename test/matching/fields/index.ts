import { airport } from './airport.js';
import { bank } from './bank.js';
import { builder } from './builder.js';
import { council } from './council.js';
import { farm } from './farm.js';
import type { Field } from './field.js';
import { hospital } from './hospital.js';
import { hotelsRestaurants } from './hotels-restaurants.js';
import { logistics } from './logistics.js';
import { mineQuarry } from './mine-quarry.js';
import { pharmaPlant } from './pharma-plant.js';
import { powerCompany } from './power-company.js';
import { school } from './school.js';
import { shopChain } from './shop-chain.js';
import { softwareCompany } from './software-company.js';

export const fields: readonly Field[] = [
  airport,
  bank,
  builder,
  council,
  farm,
  hospital,
  hotelsRestaurants,
  logistics,
  mineQuarry,
  pharmaPlant,
  powerCompany,
  school,
  shopChain,
  softwareCompany,
];
