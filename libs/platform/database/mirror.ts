import { Logger } from '@nestjs/common';
import type { Notifications } from './notifications.js';
import { whenThere } from './when-there.js';

const AGAIN_MS = 1_000;

interface Mirrored {
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
export class Mirror {
  private readonly log = new Logger(Mirror.name);
  private last: Promise<void> = Promise.resolve();
  private closing = false;

  constructor(
    private readonly notifications: Pick<Notifications, 'listen'>,
    private readonly mirrored: Mirrored,
  ) {}

  async open(): Promise<void> {
    const { channel } = this.mirrored;
    await whenThere(this.log, () => this.readInTurn(null));
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
      this.log.error({ err: error }, `${this.mirrored.name} is not refreshed`);
      setTimeout(() => void this.refresh(null), AGAIN_MS).unref();
    }
  }

  private readInTurn(tenantId: string | null): Promise<void> {
    this.last = this.last.catch(() => undefined).then(() => this.mirrored.read(tenantId));
    return this.last;
  }
}
