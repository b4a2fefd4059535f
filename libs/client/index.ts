export { type Client, type ClientOptions, createClient } from './create-client.js';
export { each } from './each.js';
export { ifMatch } from './if-match.js';
export type { AnswerOf, InputOf, OperationName, Schemas } from './operations.js';
export { ApiProblem } from './problem.js';
