export { FairSemaphore, type SemaphoreLimits } from './fair-semaphore.js';
export type { WaitBudget } from './wait-budget.js';
export { networkOf } from './network.js';
