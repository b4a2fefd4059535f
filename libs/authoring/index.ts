export { authoringEntities } from './entities.js';
export { LedgerCheck } from './metering/ledger-check.js';
