export { Conflict, type FieldError, Forbidden, Invalid, NotFound, Problem, Stale, Unauthorized } from './problem.js';
export { ProblemFilter } from './problem.filter.js';
export { validationPipe } from './validation.js';
