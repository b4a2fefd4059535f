import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../harness/figures.js';
import type { StreamFigures } from './protocol.js';

const TIMEOUT_MS = 60_000;

export interface StreamOptions {
  readonly port: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The next body to send, with its signature. */
  readonly body?: () => { readonly bytes: Buffer; readonly signature: string };
  /** From the start of one request to the start of the next, unless its answer takes longer. */
  readonly everyMs: number;
  /** False: each request opens a connection of its own. */
  readonly keepsConnection: boolean;
}

/** Sends one request after the other and measures each wait for a response. */
export class Stream {
  private readonly agent: Agent;
  private readonly answers = new Map<string, number>();
  private readonly waits: number[] = [];
  private isStopping = false;
  private readonly running: Promise<void>;

  constructor(private readonly options: StreamOptions) {
    this.agent = new Agent({ keepAlive: options.keepsConnection, maxSockets: 1 });
    this.running = this.run();
  }

  /** Waits for the answer to the last request. */
  async stop(): Promise<StreamFigures> {
    this.isStopping = true;
    await this.running;
    this.agent.destroy();
    return {
      answers: Object.fromEntries(this.answers),
      p50Ms: percentile(this.waits, 0.5),
      worstMs: Math.max(0, ...this.waits),
    };
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      const began = performance.now();
      const answer = await this.send();
      const wait = performance.now() - began;
      this.waits.push(wait);
      this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
      await sleep(Math.max(0, this.options.everyMs - wait));
    }
  }

  /** @returns the status, or the code of the error */
  private send(): Promise<string> {
    const { port, method, path, headers = {}, body } = this.options;
    const { bytes, signature } = body?.() ?? { bytes: Buffer.alloc(0), signature: '' };
    const signed = bytes.length === 0 ? {} : { 'content-length': bytes.length, 'x-edifyd-signature': signature };
    return new Promise((resolve) => {
      const sent = request(
        { host: '127.0.0.1', port, agent: this.agent, method, path, headers: { ...headers, ...signed } },
        (response) => {
          response
            .resume()
            .once('end', () => resolve(String(response.statusCode)))
            .once('close', () => resolve('closed'));
        },
      );
      sent.setTimeout(TIMEOUT_MS, () => {
        resolve('timeout');
        sent.destroy();
      });
      sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      sent.end(bytes);
    });
  }
}
