import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, RequestScope, ids } from '#platform/database';
import { Outbound } from '#platform/outbound';
import { failAbandoned } from '../endpoints/fail-pending.js';
import { openSecret } from '../endpoints/webhook-secret.js';
import { type ClaimedDelivery, type DueEndpoint, claimDeliveries, dueEndpoints } from './claim-deliveries.js';
import { prepareMessages } from './prepare-messages.js';
import { storeAttempts } from './store-attempts.js';
import { type DeliveryAttempt, attemptDelivery, isGone, withUnreadableSecret } from './attempt-delivery.js';
import { countAttempts } from './webhook.metrics.js';

/** How long a tenant prepares events, and then sends; a slow endpoint prolongs a turn by at most one timeout. */
const TURN_MS = 2_000;
/** Deliveries of one endpoint claimed at a time. */
const DELIVERIES_AT_ONCE = 50;
/** Concurrent calls to one endpoint. */
const CALLS_AT_ONCE = 10;

/** Sends the due deliveries of the tenant in scope. */
@Injectable()
export class WebhookSender {
  private readonly log = new Logger(WebhookSender.name);

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly outbound: Outbound,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One turn. @returns whether more is waiting */
  async sendDue(): Promise<boolean> {
    const prepareUntil = performance.now() + TURN_MS;
    let unprepared = true;
    while (unprepared && performance.now() < prepareUntil)
      unprepared = await this.database.inTenant((tx) => prepareMessages(tx));
    const abandoned = await this.database.inTenant(failAbandoned);
    const endpoints = await this.database.inTenant((tx) => dueEndpoints(tx));
    const ends = performance.now() + TURN_MS;
    const more = await Promise.all(endpoints.map((endpoint) => this.sendTo(endpoint, ends)));
    return unprepared || abandoned || more.includes(true);
  }

  /**
   * Sends the due deliveries of one endpoint. If it is failing, a single delivery first checks whether it works again.
   * So does one whose secret cannot be decrypted, until the operator restores the key.
   */
  private async sendTo(endpoint: DueEndpoint, ends: number): Promise<boolean> {
    const secrets = this.secretsOf(endpoint);
    let limit = endpoint.isFailing || secrets === null ? 1 : DELIVERIES_AT_ONCE;
    for (;;) {
      const claimed = await this.database.inTenant((tx) => claimDeliveries(tx, endpoint.id, limit));
      const tried = await attemptAll(claimed, ends, async (delivery) =>
        secrets === null
          ? withUnreadableSecret(delivery)
          : attemptDelivery(this.outbound, endpoint.url, secrets, delivery),
      );
      if (tried.length === 0) return false;
      const { actor } = this.scope.tenant;
      await this.database.inTenant((tx) => storeAttempts(tx, endpoint, { claimed, tried }, actor));
      countAttempts(tried);
      if (claimed.length < limit || !tried.some(({ succeeded }) => succeeded) || tried.some(asksToWait)) return false;
      if (performance.now() > ends) return true;
      limit = DELIVERIES_AT_ONCE;
    }
  }

  /** @returns null: one of them is encrypted with a key that this process does not have */
  private secretsOf({ id, sealed, sealedBefore }: DueEndpoint): string[] | null {
    const { tenantId } = this.scope.tenant;
    try {
      return [sealed, ...(sealedBefore === null ? [] : [sealedBefore])].map((box) =>
        openSecret(this.config.secretsKeys, box, tenantId, id),
      );
    } catch (err) {
      this.log.error(
        { tenantId, webhookId: ids.show('whk', id), err },
        'the secret of a webhook cannot be decrypted: set SECRETS_KEY_PREVIOUS to the key that encrypted it',
      );
      return null;
    }
  }
}

/**
 * Runs ten calls at a time. Deliveries about the same subject keep their order. After the end of the turn, no further
 * call starts; nor after a call without a response, because each would run into its timeout, or after a response that
 * asks to wait or says that the endpoint is gone.
 */
async function attemptAll(
  claimed: readonly ClaimedDelivery[],
  ends: number,
  attempt: (delivery: ClaimedDelivery) => Promise<DeliveryAttempt>,
): Promise<DeliveryAttempt[]> {
  const chains = [...Map.groupBy(claimed, ({ subjectId, id }) => subjectId ?? id).values()];
  const tried: DeliveryAttempt[] = [];
  const mayGoOn = (): boolean => performance.now() < ends && tried.every(allowsNextCall);
  const line = async (): Promise<void> => {
    for (let chain = chains.shift(); chain !== undefined; chain = mayGoOn() ? chains.shift() : undefined) {
      for (const [index, delivery] of chain.entries())
        if (index === 0 || mayGoOn()) tried.push(await attempt(delivery));
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, line));
  return tried;
}

function allowsNextCall(attempt: DeliveryAttempt): boolean {
  return attempt.answerStatus !== null && !asksToWait(attempt) && !isGone(attempt);
}

function asksToWait({ waitMs }: DeliveryAttempt): boolean {
  return waitMs > 0;
}
