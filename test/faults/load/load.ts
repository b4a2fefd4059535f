import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestTenant } from '../../harness/tenant.js';
import { type LoadEvent, loadEvents } from './events.js';
import { Ledger, type Attempt } from './ledger.js';
import { postSigned } from './post-signed.js';

export interface LoadOptions {
  /** Senders at a time, each on a connection that it keeps. */
  readonly connections?: number;
  /** Events a second of all together; as fast as they are answered where nothing is said. */
  readonly perSecond?: number;
  /** Events in all; until it is stopped where nothing is said. */
  readonly events?: number;
  /** As a load balancer does: a sender whose answer closes the connection sends no more to this server. */
  readonly untilClosed?: boolean;
  /** Sees each outcome as it comes. */
  readonly watch?: (outcome: Attempt) => void;
}

const RESEND_AFTER_MS = 50;

/**
 * A source system: it signs, sends on kept connections, and sends again what was not answered, or with 503, until it is
 * accepted.
 */
export class Load {
  readonly ledger = new Ledger();
  private readonly source = loadEvents();
  private readonly agent: Agent;
  private stopping = false;
  private started = 0;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly tenant: Pick<TestTenant, 'slug' | 'signingSecret'>,
    private readonly options: LoadOptions = {},
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: this.connections });
  }

  start(): this {
    this.running = Promise.all(Array.from({ length: this.connections }, () => this.sender()));
    return this;
  }

  /** Waits until so many events were accepted. */
  async accepted(events: number): Promise<void> {
    while (this.ledger.count(200) < events) await sleep(2);
  }

  /** Sends no more; what is not answered yet is sent until it is accepted. */
  async stop(): Promise<Ledger> {
    this.stopping = true;
    return this.finished();
  }

  /** Waits for the last event of a load that has an end. */
  async finished(): Promise<Ledger> {
    await this.running;
    this.agent.destroy();
    return this.ledger;
  }

  private get connections(): number {
    return this.options.connections ?? 16;
  }

  private async sender(): Promise<void> {
    const { perSecond, events = Infinity } = this.options;
    const pause = perSecond === undefined ? 0 : (1_000 * this.connections) / perSecond;
    while (!this.stopping && this.started < events) {
      this.started++;
      const due = performance.now() + pause;
      await this.deliver(this.source.next().value);
      const early = due - performance.now();
      if (early > 0) await sleep(early);
    }
  }

  private async deliver({ key, body }: LoadEvent): Promise<void> {
    const { slug, signingSecret } = this.tenant;
    for (;;) {
      const outcome = await postSigned(
        this.agent,
        `${this.url}/engine/v1/integration/${slug}/webhook`,
        signingSecret,
        body,
      );
      this.ledger.enter(key, outcome);
      this.options.watch?.(outcome);
      if (this.options.untilClosed && outcome.closes) this.stopping = true;
      if (isSettled(outcome) || (this.stopping && this.options.untilClosed)) return;
      await sleep(RESEND_AFTER_MS);
    }
  }
}

/** Accepted, or refused for a reason that sending it again does not change. */
function isSettled({ status }: Attempt): boolean {
  return typeof status === 'number' && status !== 503;
}
