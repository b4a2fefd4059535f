import { Readable } from 'node:stream';
import type { FeedEvent } from './change-feed.js';

/** A client that reads too slowly is disconnected. It reconnects, and receives the missed events or `resync`. */
const MAX_WAITING_BYTES = 256 * 1024;
/** How soon a disconnected client should reconnect. */
const RETRY_MS = 2_000;

/** One client's server-sent events (WHATWG HTML, section 9.2). */
export class EventStream extends Readable {
  /** Nothing may be pushed any more, although a slow client may not have read the end yet. */
  private isEnded = false;

  constructor() {
    super({ read: () => undefined });
  }

  /** Sends the position of the client; null: the next event has one. The headers leave with it. */
  start(position: string | null): void {
    this.write(`retry: ${RETRY_MS}\n${position === null ? '' : `id: ${position}\n`}\n`);
  }

  send({ id, name, data }: FeedEvent): void {
    this.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Keeps proxies from closing an idle stream. */
  sendHeartbeat(): void {
    this.write(': still here\n\n');
  }

  end(): void {
    this.isEnded = true;
    this.push(null);
  }

  private write(text: string): void {
    if (this.isEnded || this.destroyed) return;
    if (this.readableLength > MAX_WAITING_BYTES) this.destroy();
    else this.push(text);
  }
}
