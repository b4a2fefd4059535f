export { EngineModule } from './engine-module.js';
export { migrate } from './migrate.js';
export { waitForOwner, waitForParts } from './wait-for-parts.js';
