import { Assignment } from './assignments/assignment.entity.js';
import { Need } from './need.entity.js';
import { StoredOfferSettings } from './offers/offer-settings.entity.js';
import { MatchedLibrary } from './rematch/matched-library.entity.js';

export const needsEntities = [Need, Assignment, MatchedLibrary, StoredOfferSettings];
