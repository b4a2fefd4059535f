export { EMPTY_CONTENT, type DraftContent } from './drafts/draft-content.js';
export { authoringEntities } from './entities.js';
export { readDraftAsCourse } from './review/draft-as-course.js';
export { LedgerCheck } from './metering/ledger-check.js';
export type { DraftWriter } from './writers/draft-writer.js';
export { OUTLINE_STEPS } from './writers/outline/outline-writer.js';
export { loadModelWriter } from './writers/model/load-model-writer.js';
export { instructionsOf } from './writers/model/request.js';
export { WritingFailed, WritingPostponed } from './writers/writing-errors.js';
