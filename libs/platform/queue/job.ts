import { groupOf } from '../database/index.js';
import { jsonFields } from '../json/index.js';

/** The part of a job's contract that does not depend on its payload. */
export interface QueueContract {
  readonly queue: string;
  /** How many jobs of this queue one worker process runs concurrently. */
  readonly concurrency: number;
}

/**
 * A job's contract: its queue, its payload, and its retries. It is in a file of the library that sends it; the handler
 * is elsewhere (`@Handles`). Handlers are idempotent, since a job can run twice.
 */
export interface JobContract<Payload extends object> extends QueueContract {
  /** Including the first one. */
  readonly attempts: number;
  /** The wait before the first retry, in milliseconds; it doubles each time. */
  readonly backoffMs: number;
  /**
   * Jobs with the same id are merged while the first still waits; a job that is sent while it runs makes it run once
   * more. Null: the job is never merged.
   */
  readonly deduplicationId: (payload: Payload) => string | null;
  /** Jobs with a lower number are taken first. Unset: 0 for all of them, in the order in which they are sent. */
  readonly priority?: (payload: Payload) => number;
  /** Parses a payload from the queue. @throws Error if it is invalid */
  readonly parse: (data: unknown) => Payload;
}

/** The payload of a job for one tenant: nothing that could be lost with the queue. */
export interface TenantPayload {
  readonly tenantId: string;
}

export function tenantPayloads(tenantIds: readonly string[]): TenantPayload[] {
  return tenantIds.map((tenantId) => ({ tenantId }));
}

/** The payload of a job for all tenants of a group (`groupOf`). */
export interface GroupPayload {
  readonly group: number;
}

/** The payload of a job for several named tenants. */
export interface TenantsPayload {
  readonly tenantIds: readonly string[];
}

/** The payload of a job that wakes the work on one tenant, on several, or on the tenants of a group. */
export type WakePayload = TenantPayload | TenantsPayload | GroupPayload;

/** To wake more tenants than this, one job is sent for each of their groups. */
const FEW_TENANTS = 8;

/**
 * Payloads of jobs that wake the work on these tenants and are merged with waiting jobs. There is one for each tenant
 * or, if they are many, one for each of their groups. Thousands of tenants then need few jobs: adding and completing a
 * job costs the queue more time than an index lookup for a tenant.
 */
export function wakePayloads(tenantIds: readonly string[]): WakePayload[] {
  if (tenantIds.length <= FEW_TENANTS) return tenantPayloads(tenantIds);
  return [...new Set(tenantIds.map(groupOf))].map((group) => ({ group }));
}

type TenantJobContract = Omit<JobContract<TenantPayload>, 'deduplicationId' | 'priority' | 'parse'>;

/** A job that wakes the work on one tenant. At most one waits, and one runs, per tenant. */
export function defineTenantJob(contract: TenantJobContract): JobContract<TenantPayload> {
  return {
    ...contract,
    deduplicationId: ({ tenantId }) => tenantId,
    parse: (data) => {
      const payload = tenantPayloadOf(data);
      if (payload === null) throw new Error(`a ${contract.queue} job without tenantId`);
      return payload;
    },
  };
}

/**
 * A job that wakes the work on one tenant, on several, or on the tenants of a group that have pending work. At most one
 * waits, and one runs, per tenant and per group. Jobs that name tenants have priority over those of groups, which take
 * seconds for thousands of tenants with a backlog. See `wakePayloads`, `JobSender.wake` and `WakeHandler`.
 */
export function defineWakeJob(contract: TenantJobContract): JobContract<WakePayload> {
  return {
    ...contract,
    deduplicationId: (payload) => {
      if ('tenantIds' in payload) return null;
      return 'group' in payload ? `group ${payload.group}` : payload.tenantId;
    },
    priority: (payload) => ('group' in payload ? 1 : 0),
    parse: (data) => {
      const payload = tenantPayloadOf(data) ?? tenantsPayloadOf(data) ?? groupPayloadOf(data);
      if (payload === null) throw new Error(`a ${contract.queue} job without tenantId, tenantIds and group`);
      return payload;
    },
  };
}

/** Null: it is the payload of another job. */
export function tenantPayloadOf(data: unknown): TenantPayload | null {
  const { tenantId } = jsonFields(data);
  return typeof tenantId === 'string' ? { tenantId } : null;
}

function tenantsPayloadOf(data: unknown): TenantsPayload | null {
  const { tenantIds } = jsonFields(data);
  return Array.isArray(tenantIds) && tenantIds.every((id) => typeof id === 'string') ? { tenantIds } : null;
}

function groupPayloadOf(data: unknown): GroupPayload | null {
  const { group } = jsonFields(data);
  return typeof group === 'number' ? { group } : null;
}
