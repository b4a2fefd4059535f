export { EngineModule } from './engine-module.js';
export { migrate } from './migrate.js';
export { runMain } from './run-main.js';
