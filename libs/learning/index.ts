export { learningEntities } from './entities.js';
