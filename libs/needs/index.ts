export { needsEntities } from './entities.js';
export { moveDueDays } from './move-due-days.js';
export { type NeedChange, NeedChanges, type TenantNeedChange } from './need-changes.js';
export { NeedsModule } from './needs.module.js';
export { MatcherChanges } from './rematch/matcher-changes.js';
export { answersOnArrival } from './resolution/answers-on-arrival.js';
export { Resolution } from './resolution/resolution.js';
export { ResolutionModule } from './resolution/resolution.module.js';
export { Resolving } from './resolution/resolving.js';
export { AssignmentCompletion } from './assignments/assignment-completion.js';
export { AssignmentEnded } from './assignments/assignment.errors.js';
export { lookUpAssignment, readAssignment } from './assignments/assignment-reader.js';
export { shownAssignments } from './assignments/shown-assignments.js';
export { NEED_EVENT_TYPES } from './events/event-types.js';
export { keepEvents } from './events/keep-events.js';
export { shownNeeds } from './inbox/shown-needs.js';
export type { AssignmentView } from './assignments/assignment.view.js';
export { NeedsQuery } from './inbox/needs.query.js';
export { pageStatement } from './inbox/page/read-page.js';
export { readDueAt } from './assignments/read-due-at.js';
export { countAssignments, expectedOffers, lockToOffer, offerToPeople } from './offers/offer-to-people.js';
export type { PersonOffer } from './offers/person-offers.js';
export { undoOffers } from './offers/undo-offers.js';
export { lockResolutionExclusive, lockResolutionShared } from './resolution-lock.js';
export { type AuthorPreview, BulkAuthoring } from './bulk/bulk-authoring.js';
export { NeedAuthoring, reachOfDrafts, topicsOfDraft } from './authoring/need-authoring.js';
export {
  blockedNeeds,
  needsShowingOther,
  needsWithoutCourse,
  peopleWithoutCourse,
  topicsWithoutCourse,
  worstWithoutCourse,
} from './authoring/without-course.js';
export { SUGGESTED_COURSE } from './suggestions/suggested-course.js';
export { Need } from './need.entity.js';
export { lockUpkeep, lockUpkeepOfTenants } from './upkeep-lock.js';
