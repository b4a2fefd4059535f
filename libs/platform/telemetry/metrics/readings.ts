import { Injectable, Logger } from '@nestjs/common';
import type { Gauge } from 'prom-client';

/** A reading is not taken again before: who scrapes often, or from several places, costs the database nothing more. */
const FRESH_MS = 5_000;
/** A scrape waits no longer for a reading; Prometheus itself gives up after ten seconds. */
const LIMIT_MS = 2_000;

interface GaugeReading {
  readonly gauges: readonly Gauge[];
  readonly take: () => Promise<void>;
  /** `performance.now()` of the last one that succeeded. */
  takenAt: number;
  running: Promise<void> | null;
  failing: boolean;
}

/**
 * Gauges that have to be asked for, of the database or the queue. They are read when Prometheus asks. One that cannot
 * be read now is missing from the answer, which an alert can see; an old figure would look like a true one.
 */
@Injectable()
export class Readings {
  private readonly log = new Logger(Readings.name);
  private readonly readings: GaugeReading[] = [];

  /** @param take sets the gauges */
  register(gauges: readonly Gauge[], take: () => Promise<void>): void {
    this.readings.push({ gauges, take, takenAt: -Infinity, running: null, failing: false });
  }

  /** Takes all that are due. Never fails, and answers within two seconds. */
  async refresh(): Promise<void> {
    const now = performance.now();
    await Promise.all(
      this.readings.filter(({ takenAt }) => takenAt + FRESH_MS <= now).map((reading) => this.takeInTime(reading)),
    );
  }

  private async takeInTime(reading: GaugeReading): Promise<void> {
    // One that is late goes on behind the scrape's back, and is not begun a second time beside itself.
    reading.running ??= reading
      .take()
      .then(() => void (reading.takenAt = performance.now()))
      .finally(() => (reading.running = null));
    try {
      await inTime(reading.running);
      reading.failing = false;
    } catch (error) {
      for (const gauge of reading.gauges) clear(gauge);
      if (!reading.failing)
        this.log.warn(`a metric cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      reading.failing = true;
    }
  }
}

/** Without labels, a reset gauge would say 0. */
function clear(gauge: Gauge): void {
  gauge.reset();
  gauge.remove({});
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LIMIT_MS} ms`)), LIMIT_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
