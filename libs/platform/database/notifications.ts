import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config/index.js';
import { RequiredService } from '../lifecycle/index.js';
import { NOTICES_LOST_PEERS } from './lost-peers.js';
import { Reconnect } from './reconnect.js';
import { waitForDatabase } from './wait-for-database.js';

const RECONNECT_MS = 500;

/** Detects a dead server within a minute, and a server that accepts no connections at once. */
const CONNECTION_OPTIONS = { ...NOTICES_LOST_PEERS, connectionTimeoutMillis: 2_000 } as const;

/**
 * LISTEN on a dedicated connection: a process learns of another one's changes immediately. Notifications sent while
 * the connection was down are lost, so `onChange` is also called, with null, after each reconnect.
 */
@Injectable()
export class Notifications implements OnModuleDestroy {
  private readonly log = new Logger(Notifications.name);
  private readonly handlers = new Map<string, Array<(payload: string | null) => void>>();
  private readonly missedHandlers: Array<() => void> = [];
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private readonly postgres = new RequiredService('PostgreSQL', this.log);
  private readonly reconnect = new Reconnect(() => this.connectOnce(), RECONNECT_MS);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Calls `onChange` with the payload of each notification on `channel` from now on, and with null when any may have
   * been missed. A channel may have several listeners.
   */
  async listen(channel: string, onChange: (payload: string | null) => void): Promise<void> {
    this.handlers.set(channel, [...(this.handlers.get(channel) ?? []), onChange]);
    await waitForDatabase(this.log, async () => {
      if (this.client === null) await this.connectOnce();
      else await this.client.query(`listen ${pg.escapeIdentifier(channel)}`);
    });
  }

  /**
   * Calls `handler` after each reconnect: notifications may have been missed. The server may also be another one, which
   * lost the last transactions of the former one: what is in memory may never have happened.
   */
  onMissed(handler: () => void): void {
    this.missedHandlers.push(handler);
  }

  async onModuleDestroy(): Promise<void> {
    this.reconnect.stop();
    this.postgres.release();
    await this.client?.end();
  }

  private connectOnce(): Promise<void> {
    this.connecting ??= this.connect().finally(() => (this.connecting = null));
    return this.connecting;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, ...CONNECTION_OPTIONS });
    client.on('notification', ({ channel, payload }) => this.notify(channel, payload ?? ''));
    client.on('error', (error) => this.postgres.reportLost(error.message));
    await client.connect();
    try {
      for (const channel of this.handlers.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      // A standby accepts connections before it is promoted, but no LISTEN.
      void client.end();
      throw error;
    }
    client.on('end', () => this.reconnect.schedule());
    const wasLost = this.client !== null;
    this.client = client;
    this.postgres.reportAvailable();
    if (!wasLost) return;
    for (const handler of this.missedHandlers) handler();
    for (const channel of this.handlers.keys()) this.notify(channel, null);
  }

  private notify(channel: string, payload: string | null): void {
    for (const onChange of this.handlers.get(channel) ?? []) onChange(payload);
  }
}
