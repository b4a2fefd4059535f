import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type FailedJob, FailedJobs } from '#platform/queue';
import { audit } from '#tenancy';
import { type ChosenTenant, ChosenTenants } from './chosen-tenants.js';
import type { FailedJobList, FailedJobView, FailedJobsQuery, Retried, RetryBody } from './failures.dto.js';

/** Jobs that failed for good, with the tenants that they were for. */
@Injectable()
export class FailedJobActions {
  constructor(
    private readonly jobs: FailedJobs,
    private readonly tenants: ChosenTenants,
    private readonly database: Database,
  ) {}

  /** @throws NotFound for an unknown tenant; QueueUnavailable */
  async list({ tenant }: FailedJobsQuery): Promise<FailedJobList> {
    const known = await this.knownTenants(tenant);
    const jobs = await this.jobs.list();
    return { items: jobs.filter((job) => isOf(known, tenant, job)).map((job) => view(job, known)) };
  }

  /** Has them run again; told in the audit log of each tenant that they are for. @throws NotFound for an unknown tenant; QueueUnavailable */
  async retry({ tenant, ids }: RetryBody): Promise<Retried> {
    const known = await this.knownTenants(tenant);
    const retried = await this.jobs.retry((job) => isOf(known, tenant, job) && (ids === undefined || ids.includes(job.id)));
    for (const { id, slug } of known.values()) {
      const jobs = retried.flatMap((job) => (job.tenantId === id ? [{ queue: job.queue, id: job.id }] : []));
      if (jobs.length > 0) await this.tell(id, slug, jobs);
    }
    return { retried: retried.length };
  }

  private async tell(tenantId: string, slug: string, jobs: object[]): Promise<void> {
    await this.database.inTenants([tenantId], async (tx) =>
      audit(tx, { tenantId, actor: 'operator', action: 'failures.retried', subject: { kind: 'tenant', id: slug }, after: { jobs } }),
    );
  }

  private async knownTenants(slug: string | undefined): Promise<Map<string, ChosenTenant>> {
    const tenants = (await this.tenants.inGroups(slug)).flat();
    return new Map(tenants.map((tenant) => [tenant.id, tenant]));
  }
}

function isOf(known: ReadonlyMap<string, ChosenTenant>, slug: string | undefined, { tenantId }: FailedJob): boolean {
  return slug === undefined || (tenantId !== null && known.has(tenantId));
}

function view({ queue, id, name, tenantId, attempts, error, failedAt }: FailedJob, known: ReadonlyMap<string, ChosenTenant>): FailedJobView {
  const tenant = tenantId === null ? null : (known.get(tenantId)?.slug ?? null);
  return { kind: 'job', queue, id, name, tenant, attempts, error, failedAt: failedAt.toISOString() };
}
