import { counter } from '#platform/telemetry';

const drift = counter({
  name: 'authoring_ledger_drift_total',
  help: 'Balances of months and reservations of drafts that differed from the ledger when it was reconciled; it should stay 0.',
});

export function countDrift(differences: number): void {
  drift.inc(differences);
}
