import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Fleet, TenantAccess } from '../world.js';
import type { Batching } from './batches.js';
import type { LoadResult, Target } from './drive.js';
import type { LoadReply, LoadCommand } from './load-process.js';

const PROGRAM = fileURLToPath(new URL('./load-process.js', import.meta.url));

/** The parent's side of the load generator's process. */
export class LoadGenerator {
  private readonly child: ChildProcess = fork(PROGRAM, { env: {}, execArgv: [] });
  /** Mean size of a prepared body. */
  bodyBytes = 0;

  constructor(
    private readonly tenants: readonly TenantAccess[],
    private readonly fleet: Fleet,
  ) {}

  /**
   * Begins the stream of events from its start, for tables that are empty.
   * @param senders the tenants that send, by index; all where it is unset
   */
  async startOver(senders?: readonly number[]): Promise<void> {
    await this.request({ do: 'startOver', tenants: this.tenants, fleet: this.fleet, senders });
  }

  /** Makes the requests of the next run, of so many events. */
  async prepare(events: number, batching?: Batching): Promise<void> {
    await this.request({ do: 'prepare', events, batching });
  }

  /** @throws Error if any response was not 200: figures of a server that refuses are meaningless */
  async drive(target: Target): Promise<LoadResult> {
    const result = await this.request({ do: 'drive', target });
    if (result === null) throw new Error('the load generator sent no result');
    if (result.firstRefusal !== null)
      throw new Error(`answers other than 200: ${JSON.stringify(result.statuses)}, the first: ${result.firstRefusal}`);
    return result;
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private request(command: LoadCommand): Promise<LoadResult | null> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`the load generator ended with code ${code}`));
      this.child.once('exit', ended);
      this.child.once('message', (answer: LoadReply) => {
        this.child.off('exit', ended);
        if (!answer.ok) return reject(new Error(`the load generator failed: ${answer.error}`));
        this.bodyBytes = answer.bodyBytes;
        resolve(answer.result);
      });
      this.child.send(command);
    });
  }
}
