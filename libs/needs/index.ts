export { needsEntities } from './entities.js';
export { type NeedChange, NeedChanges } from './need-changes.js';
export { NeedsModule } from './needs.module.js';
export { shownAssignments } from './assignments/shown-assignments.js';
export { EVENT_TYPES, type EventType } from './events/event-types.js';
export { shownNeeds } from './inbox/shown-needs.js';
export type { NeedView } from './inbox/need.view.js';
export { NeedsQuery } from './inbox/needs.query.js';
export { pageStatement } from './inbox/page/read-page.js';
