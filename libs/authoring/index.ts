export { authoringEntities } from './entities.js';
