import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EngineResponse, Unreachable } from '../engine-http.js';
import type { SendableEvent } from './parse-events.js';
import type { PlacedEvent } from './read-events.js';
import { type SendResult, readSendResult } from './read-send-result.js';
import { Tally } from './tally.js';

export interface SendOptions {
  /** Signs and sends one event. @throws Unreachable */
  readonly post: (text: string) => Promise<EngineResponse>;
  /** Concurrent requests. */
  readonly concurrency: number;
  /** How long to continue while nothing is accepted. */
  readonly patienceMs: number;
  readonly onProgress?: (tally: Tally, share: number | null) => void;
  /** Stops reading events. */
  readonly onStop?: () => void;
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 15_000;

/** Sends events concurrently, and retries those that the engine cannot record now. The tally has the results. */
export class Sending {
  readonly tally = new Tally();
  private readonly stopping = new AbortController();
  /** The last running request by order key. */
  private readonly underWay = new Map<string, Promise<void>>();
  private pausedUntil = 0;
  /** Since when nothing is accepted; null: the last event was accepted. */
  private troubleSince: number | null = null;
  private failure: { readonly error: unknown } | null = null;

  constructor(private readonly options: SendOptions) {
    setMaxListeners(0, this.stopping.signal);
  }

  /** Completes running requests, and sends nothing more. */
  stop(reason: string): void {
    if (this.stopped) return;
    this.tally.stop(reason);
    this.stopping.abort();
    this.options.onStop?.();
  }

  /** @throws CommandError if the events cannot be read, or if the engine was never reachable */
  async run(events: AsyncGenerator<PlacedEvent>): Promise<Tally> {
    await Promise.all(
      Array.from({ length: this.options.concurrency }, () =>
        this.work(events).catch((error: unknown) => this.fail(error)),
      ),
    );
    if (this.failure !== null) throw this.failure.error;
    return this.tally;
  }

  /** The first error counts: later ones follow from stopping. */
  private fail(error: unknown): void {
    if (this.stopped) return;
    this.failure = { error };
    this.stop('');
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async work(events: AsyncGenerator<PlacedEvent>): Promise<void> {
    while (!this.stopped) {
      const next = await events.next();
      if (next.done) return;
      const event = next.value;
      if ('problem' in event) this.tally.broken(event.line, event.problem);
      else await this.inOrder(event);
      this.options.onProgress?.(this.tally, event.share);
    }
  }

  private async inOrder(event: SendableEvent): Promise<void> {
    const before = this.underWay.get(event.key);
    const sent = (async () => {
      await before;
      await this.deliver(event);
    })();
    this.underWay.set(event.key, sent);
    try {
      await sent;
    } finally {
      if (this.underWay.get(event.key) === sent) this.underWay.delete(event.key);
    }
  }

  private async deliver({ text, line }: SendableEvent): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      await this.pause();
      if (this.stopped) return this.tally.unanswered(line);
      const outcome = await this.attempt(text);
      if (outcome.kind === 'stop') this.stop(outcome.reason);
      else if (outcome.kind === 'later') this.waitLonger(outcome, attempt);
      else {
        this.troubleSince = null;
        return this.tally.answered(line, outcome);
      }
    }
  }

  private async attempt(text: string): Promise<SendResult> {
    try {
      return readSendResult(await this.options.post(text), Date.now());
    } catch (error) {
      // An engine that was reachable may come back; otherwise its address is wrong.
      if (!(error instanceof Unreachable) || (this.tally.sent === 0 && this.tally.retries === 0)) throw error;
      return { kind: 'later', reason: error.message, waitMs: null };
    }
  }

  /** Delays all events, because the response applies to the tenant and not to one event. */
  private waitLonger({ reason, waitMs }: Extract<SendResult, { kind: 'later' }>, attempt: number): void {
    this.troubleSince ??= Date.now();
    const until = Date.now() + (waitMs ?? Math.min(FIRST_WAIT_MS * 2 ** attempt, MAX_WAIT_MS));
    if (until - this.troubleSince > this.options.patienceMs)
      return this.stop(waitMs === null ? reason : `${reason}, and asks to wait ${Math.ceil(waitMs / 1000)} s`);
    this.tally.retries++;
    this.pausedUntil = Math.max(this.pausedUntil, until);
  }

  private async pause(): Promise<void> {
    while (!this.stopped && this.pausedUntil > Date.now()) {
      await sleep(this.pausedUntil - Date.now(), undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
