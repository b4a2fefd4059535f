export type { DraftModelConfig, EmbeddingsConfig } from './ai.js';
export { cannotListen } from './cannot-listen.js';
export { childEnvironment } from './child-environment.js';
export { type CliEnvironment, readCliEnvironment } from './cli-environment.js';
export * from './config.js';
export type { SecretsKeys } from './secrets-keys.js';
export { StartError } from './start-error.js';
export type { TracesConfig } from './traces.js';
