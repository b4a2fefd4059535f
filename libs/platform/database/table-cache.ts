import { Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Notifications } from './notifications.js';
import { waitForDatabase } from './wait-for-database.js';

const RETRY_MS = 1_000;

interface CacheSource {
  /** For the log: `the key ring`. */
  readonly name: string;
  /** The channel that reports changes; the payload is the id of the tenant that changed. */
  readonly channel: string;
}

/**
 * Base class of in-memory caches of a table, which LISTEN notifications refresh. A cache reads the whole table before
 * the process starts, and then the rows of each tenant that a notification names. Reads run one after the other: an
 * older read that ended last would overwrite newer rows.
 */
export abstract class TableCache implements OnModuleInit, OnModuleDestroy {
  protected readonly log = new Logger(TableCache.name);
  private reading: Promise<void> = Promise.resolve();
  private closing = false;

  constructor(
    private readonly notifications: Pick<Notifications, 'listen'>,
    private readonly source: CacheSource,
  ) {}

  async onModuleInit(): Promise<void> {
    const { channel } = this.source;
    // Before the table is read: a change that was committed in between would be missed.
    await this.notifications.listen(channel, (tenantId) => void this.refresh(tenantId || null));
    await waitForDatabase(this.log, () => this.readInTurn(null));
  }

  onModuleDestroy(): void {
    this.closing = true;
  }

  /**
   * Reads the rows of one tenant again, or of all tenants (null). A caller that changed them awaits this, so that its
   * own process has the change at once. It does not throw, because the change is committed: after a failure the cache
   * reads everything again a second later.
   */
  async refresh(tenantId: string | null): Promise<void> {
    try {
      await this.readInTurn(tenantId);
    } catch (error) {
      if (this.closing) return;
      this.log.error({ err: error }, `${this.source.name} cannot be refreshed`);
      setTimeout(() => void this.refresh(null), RETRY_MS).unref();
    }
  }

  /** Reads the rows of one tenant, or of all tenants (null), into memory. */
  protected abstract read(tenantId: string | null): Promise<void>;

  private readInTurn(tenantId: string | null): Promise<void> {
    this.reading = this.reading.catch(() => undefined).then(() => this.read(tenantId));
    return this.reading;
  }
}
