import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { LogBudget, isLogged } from '#platform/telemetry';
import type { RefusalCode } from './webhook.metrics.js';

/** Lines per second about refused requests, because anyone can cause any number of them. */
const REFUSALS_PER_SECOND = 20;

/** The fields of a line about a refused request. */
interface RefusedRequest {
  readonly requestId: string;
  /** Slug of an existing tenant; undefined: the URL names none, and its text is not logged. */
  readonly tenant: string | undefined;
  readonly code: RefusalCode;
  /** Why the engine is unavailable; the sender gets no reason. */
  readonly reason: string | undefined;
}

/**
 * Logs webhook requests: refused ones within a budget, accepted ones at level debug. Never logs a body or a signature.
 */
@Injectable()
export class WebhookLog implements OnModuleDestroy {
  private readonly log = new Logger(WebhookLog.name);
  private readonly budget = new LogBudget(REFUSALS_PER_SECOND, (more) => this.log.log(`… and ${more} more refused`));
  private readonly logsAccepted: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.logsAccepted = isLogged('debug', config.logLevel);
  }

  onModuleDestroy(): void {
    this.budget.close();
  }

  /** @param milliseconds from the start of the request to its response */
  accepted(slug: string, requestId: string, milliseconds: number): void {
    if (this.logsAccepted)
      this.log.debug({ requestId, tenant: slug, durationMs: Math.round(milliseconds) }, 'accepted');
  }

  refused(refusal: RefusedRequest): void {
    if (this.budget.take()) this.log.log(refusal, 'refused');
  }
}
