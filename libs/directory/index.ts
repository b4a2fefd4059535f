export { DirectoryChanges, type DirectoryChange } from './directory-changes.js';
export { DirectoryModule } from './directory.module.js';
export { Erasure, type PersonKeys } from './erasure/erasure.entity.js';
export { directoryEntities } from './entities.js';
export {
  type FoundWorker,
  type WorkerKeyValues,
  findWorkers,
  findWorkersOfTenants,
  workersFound,
  workersNamed,
} from './workers/find-workers.js';
export type { RowSchema } from './import/row-schema.js';
export { idsOfWorker, keysOfWorker } from './workers/ids-of-worker.js';
export { ImportRun, type ImportWriter } from './import/import-run.js';
export { ImportResult, type RowOutcome } from './import/import-tally.js';
export { ImportQuery } from './import/import.dto.js';
export { moveDirectoryDays } from './move-days.js';
export { WorkerIds } from './workers/named-workers.dto.js';
export { namedWorkers } from './workers/named-workers.js';
export { aliasKeysOf, aliasedSites, findSiteId, presentKeyOf, siteIdNamed } from './sites/site-names.js';
export { Site } from './sites/site.entity.js';
export type { UpsertResult } from './workers/plan-upsert.js';
export { Worker } from './workers/worker.entity.js';
export type { WorkerFields } from './workers/worker-record.js';
export { WorkerGroup } from './workers/worker-group.entity.js';
export { WorkerUpsert } from './workers/worker-upsert.js';
export { WorkerKeysBody } from './workers/worker-keys.dto.js';
