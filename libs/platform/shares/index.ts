export { FairGate } from './fair-gate.js';
export type { Patience } from './patience.js';
export { networkOf } from './network.js';
