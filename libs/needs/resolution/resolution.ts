import { Injectable, Logger } from '@nestjs/common';
import { Meanings, type TopicMatcher, TopicMatching } from '#catalog';
import { Database, type TenantTransaction, afterCommit, notifyChange } from '#platform/database';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import type { ConnectorEvent } from '#signals';
import { inSpan, noteInTrace } from '#platform/telemetry';
import { closeRenewed } from '../credentials/close-renewed.js';
import { lockGaps, regroup } from '../gaps/regroup.js';
import { NeedChanges } from '../need-changes.js';
import { latestEvents } from '../signals/latest-events.js';
import { RESOLVER } from './recommendation-changes.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { countFailed, countResolved } from './resolution.metrics.js';
import { type NeedResolution, resolveNeed } from './resolve-need.js';
import { type Failure, failureOf, storeFailures } from './resolution-failures.js';
import { settleAnswered } from './settle-answered.js';
import { matchClosed } from './match-closed.js';
import { settleClosed } from './settle-closed.js';
import { storeApart } from './store-apart.js';
import { slugOf } from './tenant-slugs.js';
import { type UnresolvedNeed, unresolvedNeeds } from './unresolved-needs.js';

/**
 * The number of needs in a set: large enough to save statements, small enough that another tenant's turn comes soon.
 * With 500, a tenant behind a large backlog waited 2.8 × as long as on an idle engine, with 150 1.2 ×, and the
 * backlog took the same time (`npm run bench:latency`).
 */
const RESOLUTION_SET = 150;

/** Sets the worker, the recommendation and the people of needs. */
@Injectable()
export class Resolution {
  private readonly log = new Logger(Resolution.name);

  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
    private readonly meanings: Meanings,
    private readonly changes: NeedChanges,
  ) {}

  /** Resolves one set of needs of the tenant in scope. @returns whether more may be waiting */
  async resolveSet(): Promise<boolean> {
    return this.database.inTenant((tx) => inSpan('resolve needs', () => this.resolve(tx)));
  }

  private async resolve(tx: TenantTransaction): Promise<boolean> {
    await lockResolutionShared(tx);
    const { needs, closed } = await inSpan('read needs', () => unresolvedNeeds(tx, RESOLUTION_SET));
    noteInTrace({ 'tenant.id': tx.tenantId, 'needs.read': needs.length, 'needs.closed': closed.length });
    if (needs.length + closed.length === 0) {
      // Nothing to resolve: signals have joined needs, and the workers do not know which.
      await notifyChange(tx, { tenantId: tx.tenantId, kind: 'need', action: 'changed', ids: null });
      return false;
    }
    const reopened = await this.publishClosed(tx, closed);
    const isDone = needs.length === 0 || (await this.resolveOpen(tx, needs));
    return !isDone || reopened > 0 || needs.length + closed.length === RESOLUTION_SET;
  }

  /** @returns the number of needs that are open again: their source repeats what was completed too long ago */
  private async publishClosed(tx: TenantTransaction, needIds: readonly string[]): Promise<number> {
    if (needIds.length === 0) return 0;
    const gaps = await lockGaps(tx, needIds);
    const reopened = await settleAnswered(tx, needIds);
    const settled = await settleClosed(tx, needIds);
    const closed = settled.map(({ id }) => id);
    await matchClosed(tx, closed, () => this.matching.matcherOf(tx));
    await regroup(tx, gaps);
    await this.changes.publish(tx, { needIds: [...closed, ...reopened] });
    for (const [isDismissed, needs] of Map.groupBy(settled, (need) => need.isDismissed))
      await notifyChange(tx, {
        tenantId: tx.tenantId,
        kind: 'need',
        action: isDismissed ? 'matched' : 'resolved',
        ids: needs.map(({ id }) => id),
      });
    return reopened.length;
  }

  /** @returns false where one of the needs is unresolved again: a signal has changed it meanwhile, or it has woken */
  private async resolveOpen(tx: TenantTransaction, needs: readonly UnresolvedNeed[]): Promise<boolean> {
    const { resolutions, failures } = await inSpan('match topics', async () =>
      resolveEach(needs, await this.matching.matcherOf(tx), await latestEvents(tx, needs)),
    );
    const {
      stored,
      unreached,
      woken,
      failures: refused,
    } = await inSpan('store resolutions', () => storeApart(tx, resolutions));
    const cancelledOf = await inSpan('close renewed needs', () => closeRenewed(tx, stored, RESOLVER));
    await this.changes.publish(tx, { needIds: stored, workerIds: [...unreached, ...cancelledOf] });
    noteInTrace({ 'needs.resolved': stored.length, 'needs.failed': failures.length + refused.length });
    const slug = await slugOf(tx);
    await this.storeFailures(tx, { tenantId: tx.tenantId, slug }, [...failures, ...refused]);
    await notifyChange(tx, { tenantId: tx.tenantId, kind: 'need', action: 'matched', ids: stored });
    afterCommit(tx, () => this.meanings.want(tx.tenantId, unanswered(resolutions)));
    afterCommit(tx, () => countResolved(slug, needs, resolutions, stored));
    return woken.length === 0 && stored.length + refused.length === resolutions.length;
  }

  /** Logs the ids only: an error may contain data of a source system. */
  private async storeFailures(
    tx: TenantTransaction,
    { tenantId, slug }: { tenantId: string; slug: string },
    failures: readonly Failure[],
  ): Promise<void> {
    if (failures.length === 0) return;
    const setAside = await storeFailures(tx, failures);
    this.log.warn(
      { tenantId, needIds: failures.map(({ id }) => id) },
      'needs could not be resolved and are retried later',
    );
    if (setAside.length > 0)
      this.log.error({ tenantId, needIds: setAside }, 'needs are set aside after their last attempt');
    afterCommit(tx, () => countFailed(slug, failures.length - setAside.length, setAside.length));
  }
}

/** The topics without a matching course. */
function unanswered(resolutions: readonly NeedResolution[]): string[] {
  return resolutions.flatMap(({ topic, recommendation }) =>
    topic !== null && recommendation === 'author_one' ? [topic] : [],
  );
}

interface Resolved {
  readonly resolutions: NeedResolution[];
  readonly failures: Failure[];
}

/** An error in one need does not affect the others. Yields to the event loop. */
async function resolveEach(
  needs: readonly UnresolvedNeed[],
  matcher: TopicMatcher,
  events: ReadonlyMap<string, readonly ConnectorEvent[]>,
): Promise<Resolved> {
  const resolutions: NeedResolution[] = [];
  const failures: Failure[] = [];
  for (const need of needs) {
    try {
      resolutions.push(resolveNeed(need, matcher, events.get(need.id) ?? []));
    } catch (error) {
      failures.push(failureOf(need.id, error));
    }
    if (turnIsOver()) await nextTurn();
  }
  return { resolutions, failures };
}
