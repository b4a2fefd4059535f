export { Conflict, type FieldError, Forbidden, Invalid, NotFound, Problem, Stale, Unauthorized, Unavailable } from './problem.js';
export { ProblemFilter, answerProblem } from './problem.filter.js';
export { validationPipe } from './validation.js';
