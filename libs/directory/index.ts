export { DirectoryChanges, type DirectoryChange } from './directory-changes.js';
export { DirectoryModule } from './directory.module.js';
export { directoryEntities } from './entities.js';
export { findWorkers } from './workers/find-workers.js';
export { nameKeyOf } from './names/name-key.js';
export type { UpsertOutcome } from './workers/plan-upsert.js';
export type { WorkerFields } from './workers/worker-record.js';
export { WorkerUpsert } from './workers/worker-upsert.js';
