import { histogram } from '#platform/telemetry';

const batchSize = histogram({
  name: 'record_batch_signals',
  help: 'Signals per transaction.',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 512, 2_048, 5_000],
});

/** Observes a committed transaction. @param signals the number of signals that it wrote */
export function observeBatchSize(signals: number): void {
  batchSize.observe(signals);
}
