export { FairGate } from './fair-gate.js';
export { networkOf } from './network.js';
