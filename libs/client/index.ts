export { type Client, createClient } from './create-client.js';
export { each } from './each.js';
export { ifMatch } from './if-match.js';
export type { InputOf, Schemas } from './operations.js';
export { ApiProblem, problemOf } from './problem.js';
