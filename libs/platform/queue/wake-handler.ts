import { Inject } from '@nestjs/common';
import { type PendingRows, PendingTenants, RequestScope } from '../database/index.js';
import { continueTrace } from '../telemetry/index.js';
import { type GroupPayload, type WakePayload, tenantPayloads, wakePayloads } from './job.js';
import { JobHandler } from './job-handler.js';
import { JobSender } from './job-sender.js';
import { type Turn, Turns } from './turns.js';

/**
 * What a job of this age names has not just been stored, as after an outage: its tenants have a backlog, and do not
 * precede those of newer jobs.
 */
const FRESH_MS = 2_000;

/** Turns of a group's tenants start for this long. Then the group waits for its next job, which any process may take. */
const GROUP_TURNS_MS = 2_000;

/** Two groups that are handled at the same time fill a set together. */
const GROUPS_IN_A_SET = 2;

/**
 * Base of the handlers that are woken for a tenant, for several, or for the tenants of a group that have pending work. Each
 * tenant has one turn: if more of its work may be waiting, it goes to the tail of the queue, so that a tenant with much
 * work delays nobody else.
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
      Math.ceil(this.turnsAtOnce / GROUPS_IN_A_SET),
    );
    const again = taken < tenantIds.length ? [payload] : wakePayloads(unfinished);
    await this.wakeAgain([...tenantPayloads(failed), ...again]);
  }

  /**
   * Takes turns of tenants.
   * @param tenantIds can be iterated once: concurrent turns share it
   * @returns those that may have more work, those that failed and are to be tried again by jobs of their own, and the number
   * of all whose turn was taken
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

  /** Outside of the trace that woke this job, which would continue for as long as there is a backlog. */
  private async wakeAgain(payloads: readonly WakePayload[]): Promise<void> {
    if (payloads.length > 0) await continueTrace(undefined, () => this.jobs.send(this.job, payloads));
  }
}

/** The first ones, until the time is over. */
function* startedWithin(milliseconds: number, tenantIds: readonly string[]): Generator<string> {
  const end = performance.now() + milliseconds;
  for (const tenantId of tenantIds) {
    if (performance.now() >= end) return;
    yield tenantId;
  }
}
