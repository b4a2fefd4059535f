import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { LogBudget, isLogged } from '#platform/telemetry';
import type { RefusalCode } from './webhook.metrics.js';

/** Lines a second about refused requests, which anybody can cause as often as he likes. */
const REFUSALS_PER_SECOND = 20;

/**
 * What the log says of webhook requests: every refusal within a budget, accepted ones at debug only. Never a body or a
 * signature.
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

  /** @param milliseconds from the request's start to its answer */
  accepted(slug: string, requestId: string, milliseconds: number): void {
    if (this.logsAccepted)
      this.log.debug({ requestId, tenant: slug, durationMs: Math.round(milliseconds) }, 'accepted');
  }

  /**
   * @param slug of a tenant that exists; undefined where the URL names none: what a stranger wrote there is not
   *   repeated
   */
  refused(slug: string | undefined, code: RefusalCode, requestId: string): void {
    if (this.budget.take()) this.log.log({ requestId, tenant: slug, code }, 'refused');
  }
}
