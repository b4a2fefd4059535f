import { Need } from './need.entity.js';

export const needsEntities = [Need];
