import { Site } from './sites/site.entity.js';
import { WorkerGroup, WorkerGroupMember } from './workers/worker-group.entity.js';
import { Worker } from './workers/worker.entity.js';

export const directoryEntities = [Site, Worker, WorkerGroup, WorkerGroupMember];
