import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, sqlArray, tenantPages } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, type TenantPayload } from '#platform/queue';
import { SendWebhooks } from './send-webhooks.job.js';

const EVERY_MS = 1_000;

/**
 * Sends a job, every second, for each tenant with events to prepare or deliveries that are due. Recording an event
 * sends no job, so that it costs no more than its row.
 */
@Injectable()
export class WebhookSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of webhooks', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    for await (const tenantIds of tenantPages(this.database, { isActive: true })) {
      const due = await this.dueOf(tenantIds);
      if (due.length > 0) await this.jobs.send(SendWebhooks, due);
    }
    return EVERY_MS;
  }

  private dueOf(tenantIds: readonly string[]): Promise<TenantPayload[]> {
    return this.database.inTenants(tenantIds, (tx) =>
      tx.execute<TenantPayload[]>(
        sql`select id as "tenantId" from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)
         where exists (select from webhook_message where tenant_id = given.id and body is null)
           or exists (select from webhook_endpoint endpoint where endpoint.tenant_id = given.id and endpoint.status = 'enabled' and coalesce(rests_until <= now(), true)
             and exists (select from webhook_delivery where tenant_id = endpoint.tenant_id and endpoint_id = endpoint.id and status = 'pending' and due_at <= now()))`,
      ),
    );
  }
}
