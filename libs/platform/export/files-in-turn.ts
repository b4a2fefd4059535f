import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { StreamableFile } from '@nestjs/common';
import type { RequestScope } from '../database/index.js';
import { FairSemaphore, type SemaphoreLimits, type WaitBudget } from '../fairness/index.js';
import { ReaderWait } from './reader-wait.js';

/** Interval at which a tenant that waits takes the place of a slow client. */
const CHECK_MS = 1_000;
/** A file that has waited less than this for its client keeps its place. */
const MIN_WAIT_MS = 5_000;

interface SentFile {
  readonly tenantId: string;
  readonly wait: ReaderWait;
  /** Null: it is being made. */
  stream: Readable | null;
}

/**
 * Files that hold a place of their tenant until they are sent, or their client has disconnected. While a tenant without
 * a file waits for a place, the connection of the client that has been waited for longest is closed.
 */
export class FilesInTurn {
  private readonly semaphore: FairSemaphore;
  private readonly files = new Set<SentFile>();

  constructor(limits: SemaphoreLimits) {
    this.semaphore = new FairSemaphore(limits);
  }

  /**
   * @param make uses the wait to record how long the file waits for its client; a file that does not is never dropped
   * @param waitBudget by default that of the request
   * @throws TooManyRequests
   */
  send(
    { tenant: { tenantId }, call }: RequestScope,
    make: (wait: ReaderWait) => Promise<StreamableFile>,
    waitBudget: WaitBudget | undefined = call?.waitBudget,
  ): Promise<StreamableFile> {
    return new Promise((resolve, reject) => {
      const timer = setInterval(() => this.makeRoom(tenantId), CHECK_MS);
      const send = async (): Promise<void> => {
        clearInterval(timer);
        const sent: SentFile = { tenantId, wait: new ReaderWait(), stream: null };
        this.files.add(sent);
        try {
          const file = await make(sent.wait);
          sent.stream = file.getStream();
          resolve(file);
          await finished(sent.stream).catch(() => {});
        } finally {
          this.files.delete(sent);
        }
      };
      this.semaphore
        .run(tenantId, send, waitBudget)
        .catch(reject)
        .finally(() => clearInterval(timer));
    });
  }

  private makeRoom(tenantId: string): void {
    const files = [...this.files];
    if (files.some((file) => file.tenantId === tenantId)) return;
    const [slowest] = files.toSorted((one, other) => other.wait.ms - one.wait.ms);
    if (slowest !== undefined && slowest.wait.ms >= MIN_WAIT_MS)
      slowest.stream?.destroy(new Error('another tenant waits for the place, and the client reads slowly'));
  }
}
