export { defineJob } from './job.js';
export { Handles, JobHandler } from './job-handler.js';
export { JobSender } from './job-sender.js';
export { QueueModule } from './queue.module.js';
export { migrateQueue } from './migrate-queue.js';
