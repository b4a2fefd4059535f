export { changesEntities } from './entities.js';
