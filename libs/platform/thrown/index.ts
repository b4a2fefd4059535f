export { errorOf } from './error-of.js';
export { messageOf } from './message-of.js';
