export { fieldsOf, meantName, unknownMessage } from './dto-shape.js';
export { addErrorFormat } from './error-format.js';
export {
  Conflict,
  type FieldError,
  Forbidden,
  Invalid,
  MethodNotAllowed,
  NotFound,
  Problem,
  Stale,
  TooManyRequests,
  Unauthorized,
  Unavailable,
  UnsupportedMediaType,
} from './problem.js';
export { ProblemFilter, answerProblem, problemOf, retryAfterOf } from './problem.filter.js';
export { methodsAt, recordRouteMethods } from './route-methods.js';
export { DtoPipe, type ReadFields, readFields } from './validation.js';
