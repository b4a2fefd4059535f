export { DirectoryChanges, type DirectoryChange } from './directory-changes.js';
export { DirectoryModule } from './directory.module.js';
export { directoryEntities } from './entities.js';
export { Site } from './sites/site.entity.js';
export { siteKey } from './sites/site-key.js';
export { Worker } from './workers/worker.entity.js';
