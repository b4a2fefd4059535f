import { Injectable, Logger } from '@nestjs/common';
import { Meanings, type TopicMatcher, TopicMatching } from '#catalog';
import {
  type ChangeNotice,
  type OfTenant,
  type TenantTransaction,
  type Transaction,
  afterCommit,
  asOneOf,
  notifyChanges,
  tenantsOf,
} from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { inSpan, noteInTrace } from '#platform/telemetry';
import type { ConnectorEvent } from '#signals';
import { closeRenewedOfTenants } from '../credentials/close-renewed.js';
import type { NeedOfTenant } from '../gaps/regroup.js';
import { NeedChanges } from '../need-changes.js';
import { latestEventsOfTenants } from '../signals/latest-events.js';
import { withStoredDates } from '../signals/stored-dates.js';
import { correctAudiences } from './correct-audiences.js';
import { RESOLVER } from './recommendation-changes.js';
import { type NeedResolution, resolveNeed } from './resolve-need.js';
import { type Failure, failureOf, storeFailures } from './resolution-failures.js';
import { countFailed, countResolved } from './resolution.metrics.js';
import { storeApart } from './store-apart.js';
import { slugsOf } from './tenant-slugs.js';
import type { UnresolvedNeed } from './unresolved-needs.js';

/** Resolves needs that are still open. */
@Injectable()
export class OpenNeeds {
  private readonly log = new Logger(OpenNeeds.name);

  constructor(
    private readonly matching: TopicMatching,
    private readonly meanings: Meanings,
    private readonly changes: NeedChanges,
  ) {}

  /**
   * Stores the worker, the recommendation and the people of each need. A need that cannot be resolved does not affect
   * the others, and is tried again later.
   * @returns the tenants of needs that are unresolved again: a signal has changed or corrected one, or it has woken
   * @throws LockedOut as `storeResolutions`
   */
  async resolve(tx: Transaction, needs: readonly UnresolvedNeed[], mayWait: boolean): Promise<Set<string>> {
    const tenantIds = tenantsOf(needs);
    const { resolutions, failures } = await inSpan('match topics', async () =>
      resolveEach(
        needs,
        await this.matching.matchersOf(tx, tenantIds),
        await withStoredDates(tx, needs, await latestEventsOfTenants(tx, needs)),
      ),
    );
    const result = await inSpan('store resolutions', () => storeApart(tx, resolutions, mayWait));
    const { stored, woken } = result;
    const refused = [...failures, ...result.failures];
    const cancelled = await inSpan('close renewed needs', () =>
      closeRenewedOfTenants(tx, stored, { actor: RESOLVER, mayWait }),
    );
    const unreached = [...result.unreached, ...cancelled];
    const corrected = await correctAudiences(tx, stored);
    await this.changes.publishOfTenants(
      tx,
      tenantIds.map((tenantId) => ({
        tenantId,
        needIds: of(stored, tenantId).map(({ id }) => id),
        workerIds: of(unreached, tenantId).map(({ workerId }) => workerId),
      })),
    );
    noteInTrace({ 'needs.resolved': stored.length, 'needs.failed': refused.length });
    const slugs = await slugsOf(tx, tenantIds);
    for (const [tenantId, ofTenant] of Map.groupBy(refused, (need) => need.tenantId))
      await asOneOf(tx, tenantId, (tenantTx) => this.storeFailures(tenantTx, slugs.get(tenantId) ?? '', ofTenant));
    await notifyChanges(tx, matchedNotices(tenantIds, stored));
    for (const tenantId of tenantIds) {
      const ofTenant = of(resolutions, tenantId);
      const storedIds = of(stored, tenantId).map(({ id }) => id);
      afterCommit(tx, () => this.meanings.want(tenantId, unanswered(ofTenant)));
      afterCommit(tx, () => countResolved(slugs.get(tenantId) ?? '', of(needs, tenantId), ofTenant, storedIds));
    }
    const settled = new Set([...stored, ...result.failures].map(({ id }) => id));
    return new Set(
      [...woken, ...corrected, ...resolutions.filter(({ id }) => !settled.has(id))].map(({ tenantId }) => tenantId),
    );
  }

  /** Logs the ids only: an error may contain data of a source system. */
  private async storeFailures(tx: TenantTransaction, slug: string, failures: readonly Failure[]): Promise<void> {
    const { tenantId } = tx;
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

function of<Row extends OfTenant>(rows: readonly Row[], tenantId: string): Row[] {
  return rows.filter((row) => row.tenantId === tenantId);
}

function matchedNotices(tenantIds: readonly string[], stored: readonly NeedOfTenant[]): ChangeNotice[] {
  return tenantIds.map((tenantId) => ({
    tenantId,
    kind: 'need',
    action: 'matched',
    ids: of(stored, tenantId).map(({ id }) => id),
  }));
}

/** The topics without a matching course. */
function unanswered(resolutions: readonly NeedResolution[]): string[] {
  return resolutions.flatMap(({ topic, recommendation }) =>
    topic !== null && recommendation === 'author_one' ? [topic] : [],
  );
}

interface Resolved {
  readonly resolutions: NeedResolution[];
  readonly failures: Array<Failure & OfTenant>;
}

/** An error in one need does not affect the others. Yields to the event loop. */
async function resolveEach(
  needs: readonly UnresolvedNeed[],
  matchers: ReadonlyMap<string, TopicMatcher>,
  events: ReadonlyMap<string, readonly ConnectorEvent[]>,
): Promise<Resolved> {
  const resolutions: NeedResolution[] = [];
  const failures: Array<Failure & OfTenant> = [];
  for (const need of needs) {
    try {
      const matcher = matchers.get(need.tenantId);
      if (matcher === undefined) throw new Error('a tenant without a library');
      resolutions.push(resolveNeed(need, matcher, events.get(need.id) ?? []));
    } catch (error) {
      failures.push({ tenantId: need.tenantId, ...failureOf(need.id, error) });
    }
    if (mustYield()) await yieldToEventLoop();
  }
  return { resolutions, failures };
}
