export { type TenantPayload, defineJob, defineTenantJob, tenantPayloads } from './job.js';
export { Handles, JobHandler } from './job-handler.js';
export { type FailedJob, FailedJobs } from './failed-jobs.js';
export { JobSender } from './job-sender.js';
export { QueueModule } from './queue.module.js';
export { Queues } from './queues.js';
export { migrateQueue } from './migrate-queue.js';
export { type SetResult, TenantSets } from './tenant-sets.js';
export { SAFE_POLICY, redisPolicy } from './redis-store.js';
