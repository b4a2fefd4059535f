import { Logger } from '@nestjs/common';
import type { Notifications } from './notifications.js';
import { waitForDatabase } from './wait-for-database.js';

const RETRY_MS = 1_000;

interface CacheSource {
  /** For the log: `the key ring`. */
  readonly name: string;
  /** Notifications on it say that something changed, and the id of the tenant whose it is. */
  readonly channel: string;
  /** Reads a tenant's part anew, or all (null). */
  readonly read: (tenantId: string | null) => Promise<void>;
}

/**
 * Keeps what a process holds of the database in memory as it is there: read whole before the process begins, and anew
 * what a notification names. One read after the other: an older one that ended last would bring back what was replaced,
 * and lose what is new.
 */
export class TableCache {
  private readonly log = new Logger(TableCache.name);
  private reading: Promise<void> = Promise.resolve();
  private closing = false;

  constructor(
    private readonly notifications: Pick<Notifications, 'listen'>,
    private readonly source: CacheSource,
  ) {}

  async open(): Promise<void> {
    const { channel } = this.source;
    await waitForDatabase(this.log, () => this.readInTurn(null));
    await this.notifications.listen(channel, (tenantId) => void this.refresh(tenantId || null));
  }

  close(): void {
    this.closing = true;
  }

  /**
   * Reads a tenant's part anew, or all (null). Whoever changed it awaits this, so that its own process knows at once.
   * It does not fail, as what was changed is committed: what cannot be read now is read a little later, whole.
   */
  async refresh(tenantId: string | null): Promise<void> {
    try {
      await this.readInTurn(tenantId);
    } catch (error) {
      if (this.closing) return;
      this.log.error({ err: error }, `${this.source.name} is not refreshed`);
      setTimeout(() => void this.refresh(null), RETRY_MS).unref();
    }
  }

  private readInTurn(tenantId: string | null): Promise<void> {
    this.reading = this.reading.catch(() => undefined).then(() => this.source.read(tenantId));
    return this.reading;
  }
}
