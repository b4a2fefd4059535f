export { AcceptedWhileRunning } from './accepted.interceptor.js';
export { beginOperation } from './begin-operation.js';
export { type ItemResult, storeItems } from './operation-items.js';
export { OperationRegistry } from './operation-registry.js';
export {
  type Operation,
  type OperationStatus,
  type OperationSteps,
  type Progress,
  lockOperation,
} from './operation.js';
export { OperationsModule } from './operations.module.js';
export { recordProgress } from './record-progress.js';
export { runInBackground } from './run-in-background.js';
