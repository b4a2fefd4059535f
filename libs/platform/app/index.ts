export { EngineModule } from './engine-module.js';
export { migrate } from './migrate.js';
export { reportTo, waitForOwner, waitForParts } from './wait-for-parts.js';
