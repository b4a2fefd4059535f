import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, RequestScope } from '#platform/database';
import { Outbound } from '#platform/outbound';
import { opened } from '../endpoints/webhook-secret.js';
import { type ClaimedDelivery, type DueEndpoint, claimDeliveries, dueEndpoints } from './claim-deliveries.js';
import { prepareMessages } from './prepare-messages.js';
import { storeOutcomes } from './store-outcomes.js';
import { type DeliveryAttempt, attemptDelivery } from './try-delivery.js';
import { countAttempts } from './webhook.metrics.js';

/** How long a tenant has its turn; an endpoint that answers slowly makes it longer by one time limit at most. */
const TURN_MS = 2_000;
/** What an endpoint is told at a time. */
const DELIVERIES_AT_ONCE = 50;
/** Calls to one endpoint beside each other. */
const CALLS_AT_ONCE = 10;
/** No call begins later than this after the claim, so that all are answered or timed out before it ends. */
const BEGIN_WITHIN_MS = 30_000;

/** Tells the webhooks of the tenant in scope what has happened. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly outbound: Outbound,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One turn. @returns whether more is waiting */
  async sendDue(): Promise<boolean> {
    const ends = performance.now() + TURN_MS;
    let unprepared = true;
    while (unprepared && performance.now() < ends)
      unprepared = await this.database.inTenant((tx) => prepareMessages(tx));
    const endpoints = await this.database.inTenant((tx) => dueEndpoints(tx));
    const more = await Promise.all(endpoints.map((endpoint) => this.sendTo(endpoint, ends)));
    return unprepared || more.includes(true);
  }

  /**
   * Sends what is due to one endpoint. Where it fails already, one delivery first finds out whether it is well again.
   */
  private async sendTo(endpoint: DueEndpoint, ends: number): Promise<boolean> {
    const secrets = this.secretsOf(endpoint);
    let limit = endpoint.isFailing ? 1 : DELIVERIES_AT_ONCE;
    for (;;) {
      const claimed = await this.database.inTenant((tx) => claimDeliveries(tx, endpoint.id, limit));
      const tried = await attemptAll(claimed, (delivery) =>
        attemptDelivery(this.outbound, endpoint.url, secrets, delivery),
      );
      if (tried.length === 0) return false;
      await this.database.inTenant((tx) => storeOutcomes(tx, endpoint.id, claimed, tried, this.scope.tenant.actor));
      countAttempts(tried);
      if (claimed.length < limit || !tried.some(({ succeeded }) => succeeded)) return false;
      if (performance.now() > ends) return true;
      limit = DELIVERIES_AT_ONCE;
    }
  }

  private secretsOf({ id, sealed, sealedBefore }: DueEndpoint): string[] {
    const { tenantId } = this.scope.tenant;
    return [sealed, ...(sealedBefore === null ? [] : [sealedBefore])].map((box) =>
      opened(this.config.secretsKey, box, tenantId, id),
    );
  }
}

/**
 * Ten at a time; what is told of one thing is told in its order. Once there is no answer the others are not tried: it
 * would cost each its time limit.
 */
async function attemptAll(
  claimed: readonly ClaimedDelivery[],
  attempt: (delivery: ClaimedDelivery) => Promise<DeliveryAttempt>,
): Promise<DeliveryAttempt[]> {
  const waiting = [...Map.groupBy(claimed, ({ subjectId, id }) => subjectId ?? id).values()];
  const ends = performance.now() + BEGIN_WITHIN_MS;
  const tried: DeliveryAttempt[] = [];
  const line = async (): Promise<void> => {
    for (let chain = waiting.shift(); chain !== undefined; chain = waiting.shift()) {
      for (const delivery of chain) {
        if (performance.now() > ends || tried.some(({ answerStatus }) => answerStatus === null)) return;
        tried.push(await attempt(delivery));
      }
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, line));
  return tried;
}
