import { Inject } from '@nestjs/common';
import { type PendingRows, PendingTenants, RequestScope } from '../database/index.js';
import { continueTrace } from '../telemetry/index.js';
import { type WakePayload, tenantPayloads, wakePayloads } from './job.js';
import { JobHandler } from './job-handler.js';
import { JobSender } from './job-sender.js';
import { type Turn, Turns } from './turns.js';

/**
 * Base of the handlers that are woken for a tenant, for several, or for the tenants of a group that have pending work. Each tenant has
 * one turn: if more of its work may be waiting, it goes to the tail of the queue, so that a tenant with much work delays
 * nobody else.
 */
export abstract class WakeHandler extends JobHandler<WakePayload> {
  /** The rows that are pending work of a tenant. */
  protected abstract readonly work: readonly PendingRows[];

  /** Tenants of a job whose turns are taken at the same time. */
  protected abstract readonly turnsAtOnce: number;

  private readonly turns = new Turns();

  @Inject(PendingTenants) private readonly pending: PendingTenants;
  @Inject(RequestScope) private readonly scope: RequestScope;
  @Inject(JobSender) private readonly jobs: JobSender;

  /**
   * Does one turn of a tenant's work, in the scope of the tenant.
   * @returns whether more may be waiting
   */
  protected abstract takeTurn(turn: Turn): Promise<boolean>;

  protected async handle(payload: WakePayload): Promise<void> {
    if ('group' in payload) return this.handleEach(await this.pending.findInGroup(payload.group, this.work), 'last');
    if ('tenantIds' in payload) return this.handleEach(await this.pending.among(payload.tenantIds, this.work), 'first');
    if (await this.turnOf({ ...payload, place: 'first' })) await this.wakeAgain([payload]);
  }

  /** A tenant that fails is tried again by a job of its own, unless all of them fail. */
  private async handleEach(tenantIds: readonly string[], place: Turn['place']): Promise<void> {
    const unfinished: string[] = [];
    const failed = new Map<string, unknown>();
    const turns = tenantIds.values();
    const takeTurns = async (): Promise<void> => {
      for (const tenantId of turns) {
        try {
          if (await this.turnOf({ tenantId, place })) unfinished.push(tenantId);
        } catch (error) {
          failed.set(tenantId, error);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.turnsAtOnce, tenantIds.length) }, takeTurns));
    if (failed.size > 1 && failed.size === tenantIds.length) throw [...failed.values()][0];
    for (const [tenantId, err] of failed) this.log.warn({ tenantId, err }, 'a tenant of a job failed');
    await this.wakeAgain([...tenantPayloads([...failed.keys()]), ...wakePayloads(unfinished)]);
  }

  private turnOf(turn: Turn): Promise<boolean> {
    const scope = { tenantId: turn.tenantId, tenantSlug: '', actor: `job:${this.job.queue}` };
    return this.scope.run(scope, () => this.turns.take(turn, (placed) => this.takeTurn(placed)));
  }

  /** Outside of the trace that woke this job, which would continue for as long as there is a backlog. */
  private async wakeAgain(payloads: readonly WakePayload[]): Promise<void> {
    if (payloads.length > 0) await continueTrace(undefined, () => this.jobs.send(this.job, payloads));
  }
}
