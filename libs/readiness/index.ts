export { readinessEntities } from './entities.js';
