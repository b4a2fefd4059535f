import { Inject } from '@nestjs/common';
import { type PendingKinds, PendingTenants, RequestScope } from '../database/index.js';
import { continueTrace } from '../telemetry/index.js';
import { type GroupPayload, type WakePayload, tenantPayloads, wakePayloads } from './job.js';
import { JobHandler } from './job-handler.js';
import { JobSender } from './job-sender.js';
import { type Turn, Turns } from './turns.js';

/**
 * The maximum age of a job whose tenants are first. Those of an older job, as after an outage, have a backlog, and do
 * not precede the tenants of newer jobs.
 */
const FRESH_MS = 2_000;

/**
 * How long a job of a group starts turns of tenants. The remaining tenants are left to the next job of the group, which
 * any process may take.
 */
const GROUP_TURNS_MS = 2_000;

/** The number of groups that fill a set together when their jobs run at the same time. */
const GROUPS_PER_SET = 2;

/**
 * Base class of the handlers that are woken for one tenant, for several, or for the tenants of a group that have
 * pending work. Each tenant gets one turn. If more work may be left, the tenant moves to the tail of the queue, so that
 * a tenant with much work does not delay others.
 */
export abstract class WakeHandler extends JobHandler<WakePayload> {
  /** What is pending work of a tenant. */
  protected abstract readonly work: PendingKinds;

  /** The maximum number of concurrent turns of one job. */
  protected abstract readonly turnsAtOnce: number;

  private readonly turns = new Turns();

  @Inject(PendingTenants) private readonly pending: PendingTenants;
  @Inject(RequestScope) private readonly scope: RequestScope;
  @Inject(JobSender) private readonly jobs: JobSender;

  /**
   * Does one turn of a tenant's work, in the scope of the tenant.
   * @returns whether more work may be left
   */
  protected abstract takeTurn(turn: Turn): Promise<boolean>;

  protected async handle(payload: WakePayload, sentAt: number): Promise<void> {
    if ('group' in payload) return this.handleGroup(payload);
    const place = Date.now() - sentAt < FRESH_MS ? 'first' : 'last';
    if ('tenantIds' in payload) return this.handleNamed(payload.tenantIds, place);
    if (await this.turnOf({ ...payload, place })) await this.wakeAgain([payload]);
  }

  private async handleNamed(named: readonly string[], place: Turn['place']): Promise<void> {
    const tenantIds = await this.pending.among(named, this.work);
    const { unfinished, failed } = await this.takeTurns(tenantIds.values(), place, this.turnsAtOnce);
    await this.wakeAgain([...tenantPayloads(failed), ...wakePayloads(unfinished)]);
  }

  private async handleGroup(payload: GroupPayload): Promise<void> {
    const tenantIds = await this.pending.findInGroup(payload.group, this.work);
    const { unfinished, failed, taken } = await this.takeTurns(
      startedWithin(GROUP_TURNS_MS, tenantIds),
      'last',
      Math.ceil(this.turnsAtOnce / GROUPS_PER_SET),
    );
    const again = taken < tenantIds.length ? [payload] : wakePayloads(unfinished);
    await this.wakeAgain([...tenantPayloads(failed), ...again]);
  }

  /**
   * Takes turns of tenants.
   * @param tenantIds can be iterated once: concurrent turns share it
   * @returns those that may have more work, those that failed and are to be tried again by jobs of their own, and the
   * number of all whose turn was taken
   * @throws Error if all of them failed
   */
  private async takeTurns(
    tenantIds: Iterable<string>,
    place: Turn['place'],
    atOnce: number,
  ): Promise<{ unfinished: string[]; failed: string[]; taken: number }> {
    const unfinished: string[] = [];
    const failed = new Map<string, unknown>();
    let taken = 0;
    const takeTurns = async (): Promise<void> => {
      for (const tenantId of tenantIds) {
        taken++;
        try {
          if (await this.turnOf({ tenantId, place })) unfinished.push(tenantId);
        } catch (error) {
          failed.set(tenantId, error);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, takeTurns));
    if (failed.size > 1 && failed.size === taken) throw [...failed.values()][0];
    for (const [tenantId, err] of failed) this.log.warn({ tenantId, err }, 'a tenant of a job failed');
    return { unfinished, failed: [...failed.keys()], taken };
  }

  private turnOf(turn: Turn): Promise<boolean> {
    const scope = { tenantId: turn.tenantId, tenantSlug: '', actor: `job:${this.job.queue}` };
    return this.scope.run(scope, () => this.turns.take(turn, (placed) => this.takeTurn(placed)));
  }

  /**
   * Sends the jobs outside of the trace of this job, which would otherwise continue for as long as there is a backlog.
   */
  private async wakeAgain(payloads: readonly WakePayload[]): Promise<void> {
    if (payloads.length > 0) await continueTrace(undefined, () => this.jobs.send(this.job, payloads));
  }
}

/** Yields tenants until the time is over. */
function* startedWithin(milliseconds: number, tenantIds: readonly string[]): Generator<string> {
  const end = performance.now() + milliseconds;
  for (const tenantId of tenantIds) {
    if (performance.now() >= end) return;
    yield tenantId;
  }
}
