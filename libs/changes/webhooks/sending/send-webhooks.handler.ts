import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { SendWebhooks } from './send-webhooks.job.js';
import { WebhookSender } from './webhook-sender.js';

/** Runs one turn of a tenant; if deliveries remain, the tenant goes to the tail of the queue. */
@Handles(SendWebhooks)
export class SendWebhooksHandler extends JobHandler<TenantPayload> {
  protected readonly job = SendWebhooks;

  constructor(
    private readonly sender: WebhookSender,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle(payload: TenantPayload): Promise<void> {
    const { tenantId } = payload;
    const more = await this.scope.run({ tenantId, tenantSlug: '', actor: `job:${SendWebhooks.queue}` }, () =>
      this.sender.sendDue(),
    );
    if (more) await continueTrace(undefined, () => this.jobs.send(SendWebhooks, [payload]));
  }
}
