import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type FailedJob, FailedJobs } from '#platform/queue';
import { audit } from '#tenancy';
import { type ChosenTenant, ChosenTenants } from './chosen-tenants.js';
import type { FailedJobList, FailedJobView, FailedJobsQuery, Retried, RetryBody } from './failures.dto.js';

/** Jobs that failed in all their attempts, with their tenants. */
@Injectable()
export class FailedJobActions {
  constructor(
    private readonly jobs: FailedJobs,
    private readonly tenants: ChosenTenants,
    private readonly database: Database,
  ) {}

  /** @throws Invalid for an unknown tenant; QueueUnavailable */
  async list({ tenant }: FailedJobsQuery): Promise<FailedJobList> {
    const known = await this.knownTenants(tenant);
    const jobs = await this.jobs.list();
    return { items: jobs.filter((job) => isOf(known, tenant, job)).map((job) => view(job, known)) };
  }

  /**
   * Retries failed jobs, with an audit entry for each tenant that has any.
   * @throws Invalid for an unknown tenant; QueueUnavailable
   */
  async retry({ tenant: slug, ids }: RetryBody): Promise<Retried> {
    const known = await this.knownTenants(slug);
    const retried = await this.jobs.retry(
      (job) => isOf(known, slug, job) && (ids === undefined || ids.includes(job.id)),
    );
    for (const [tenantId, jobs] of Map.groupBy(retried, (job) => job.tenantId)) {
      const tenant = tenantId === null ? undefined : known.get(tenantId);
      if (tenant !== undefined) await this.auditRetry(tenant, jobs);
    }
    return { retried: retried.length };
  }

  private async auditRetry({ id: tenantId, slug }: ChosenTenant, jobs: readonly FailedJob[]): Promise<void> {
    const after = { jobs: jobs.map(({ queue, id }) => ({ queue, id })) };
    await this.database.asTenant(tenantId, async (tx) =>
      audit(tx, {
        actor: 'operator',
        action: 'failures.retried',
        subject: { kind: 'tenant', id: slug },
        after,
      }),
    );
  }

  private async knownTenants(slug: string | undefined): Promise<Map<string, ChosenTenant>> {
    const tenants = (await this.tenants.inPages(slug)).flat();
    return new Map(tenants.map((tenant) => [tenant.id, tenant]));
  }
}

function isOf(known: ReadonlyMap<string, ChosenTenant>, slug: string | undefined, { tenantId }: FailedJob): boolean {
  return slug === undefined || (tenantId !== null && known.has(tenantId));
}

function view(
  { queue, id, name, tenantId, attempts, error, failedAt }: FailedJob,
  known: ReadonlyMap<string, ChosenTenant>,
): FailedJobView {
  const tenant = tenantId === null ? null : (known.get(tenantId)?.slug ?? null);
  return { kind: 'job', queue, id, name, tenant, attempts, error, failedAt: failedAt.toISOString() };
}
