export { type CliEnvironment, readCliEnvironment } from './cli-environment.js';
export * from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';
