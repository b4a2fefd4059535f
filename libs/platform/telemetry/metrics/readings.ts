import { Injectable, Logger } from '@nestjs/common';
import type { Gauge } from 'prom-client';
import { within } from '../../lifecycle/index.js';
import { messageOf } from '../../thrown/index.js';

/** A value is not read again within this time, so that frequent or multiple scrapes do not load the database. */
const FRESH_MS = 5_000;
/** The maximum wait of a scrape for a value; Prometheus itself times out after ten seconds. */
const LIMIT_MS = 2_000;

interface GaugeReading {
  readonly gauges: readonly Gauge[];
  readonly take: () => Promise<void>;
  /** `performance.now()` of the last successful read. */
  takenAt: number;
  running: Promise<void> | null;
  failing: boolean;
}

/**
 * Gauges whose values are queried from the database or the queue, when Prometheus requests them. A gauge that cannot
 * be read now is missing from the response, which an alert can detect; a stale value would look correct.
 */
@Injectable()
export class Readings {
  private readonly log = new Logger(Readings.name);
  private readonly readings: GaugeReading[] = [];

  /** @param take sets the gauges */
  register(gauges: readonly Gauge[], take: () => Promise<void>): void {
    this.readings.push({ gauges, take, takenAt: -Infinity, running: null, failing: false });
  }

  /** Reads all outdated gauges. Never fails, and returns within two seconds. */
  async refresh(): Promise<void> {
    const now = performance.now();
    await Promise.all(
      this.readings.filter(({ takenAt }) => takenAt + FRESH_MS <= now).map((reading) => this.takeInTime(reading)),
    );
  }

  private async takeInTime(reading: GaugeReading): Promise<void> {
    // A slow read continues after the scrape, and is not started a second time in parallel.
    reading.running ??= reading
      .take()
      .then(() => void (reading.takenAt = performance.now()))
      .finally(() => (reading.running = null));
    try {
      await within(LIMIT_MS, reading.running);
      reading.failing = false;
    } catch (error) {
      for (const gauge of reading.gauges) clear(gauge);
      if (!reading.failing) this.log.warn(`a metric cannot be read: ${messageOf(error)}`);
      reading.failing = true;
    }
  }
}

/** Without labels, a reset gauge would have the value 0. */
function clear(gauge: Gauge): void {
  gauge.reset();
  gauge.remove({});
}
