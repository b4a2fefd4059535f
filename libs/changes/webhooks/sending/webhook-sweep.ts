import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, PendingTenants, pagesOfTenants, sqlArray } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, type TenantPayload } from '#platform/queue';
import { SendWebhooks } from './send-webhooks.job.js';

const EVERY_MS = 1_000;

/** Events to prepare, and deliveries that are due, perhaps to an endpoint that pauses. */
const PENDING = [
  { table: sql`webhook_message`, where: sql`body is null` },
  { table: sql`webhook_delivery`, where: sql`status = 'pending' and due_at <= now()` },
] as const;

/**
 * Sends a job, every second, for each tenant with events to prepare or deliveries that are due. Recording an event
 * sends no job, so that it costs no more than its row.
 */
@Injectable()
export class WebhookSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of webhooks', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    const due: TenantPayload[] = [];
    for (const tenantIds of pagesOfTenants(await this.pending.findAny(PENDING)))
      due.push(...(await this.dueOf(tenantIds)));
    await this.jobs.sendAgain(SendWebhooks, due);
    return EVERY_MS;
  }

  private dueOf(tenantIds: readonly string[]): Promise<TenantPayload[]> {
    return this.database.inTenants(tenantIds, (tx) =>
      tx.execute<TenantPayload[]>(
        sql`select id as "tenantId" from tenant as given
         where id = any (${sqlArray(tenantIds)}::uuid[]) and given.status = 'active' and (
           exists (select from webhook_message where tenant_id = given.id and body is null)
           or exists (select from webhook_endpoint endpoint where endpoint.tenant_id = given.id
               and (endpoint.status <> 'enabled' or coalesce(rests_until <= now(), true))
             and exists (select from webhook_delivery where tenant_id = endpoint.tenant_id and endpoint_id = endpoint.id
                 and status = 'pending' and due_at <= now())))`,
      ),
    );
  }
}
