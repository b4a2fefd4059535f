import { Assignment } from './assignments/assignment.entity.js';
import { Need } from './need.entity.js';
import { StoredOfferSettings } from './offers/offer-settings.entity.js';

export const needsEntities = [Need, Assignment, StoredOfferSettings];
