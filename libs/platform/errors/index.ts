export { Conflict, type FieldError, Forbidden, Invalid, NotFound, Problem, Stale, TooManyRequests, Unauthorized, Unavailable, UnsupportedMediaType } from './problem.js';
export { ProblemFilter, answerProblem } from './problem.filter.js';
export { type ReadFields, readFields, validationPipe } from './validation.js';
