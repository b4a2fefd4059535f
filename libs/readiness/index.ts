export { readinessEntities } from './entities.js';
export { READINESS_EVENT_TYPES } from './upkeep/event-types.js';
export { shownReadiness } from './board/shown-readiness.js';
export { Recompute } from './upkeep/recompute.js';
export { Recount } from './upkeep/recount.js';
export { FactChanges } from './marks/fact-changes.js';
export { storeHistory } from './upkeep/store-history.js';
