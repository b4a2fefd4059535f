import { histogram } from '#platform/telemetry';

const batchSize = histogram({
  name: 'record_batch_signals',
  help: 'Signals written by one transaction.',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 512, 2_048, 5_000],
});

/** Counts a committed transaction. @param signals how many it wrote */
export function observeBatchSize(signals: number): void {
  batchSize.observe(signals);
}
