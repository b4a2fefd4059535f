import { Injectable, Logger } from '@nestjs/common';
import { Meanings, type TopicMatcher, TopicMatching } from '#catalog';
import {
  type ChangeNotice,
  Database,
  type OfTenant,
  type TenantTransaction,
  type Transaction,
  afterCommit,
  asOneOf,
  notifyChange,
  notifyChanges,
} from '#platform/database';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import type { SetResult } from '#platform/queue';
import type { ConnectorEvent } from '#signals';
import { inSpan, noteInTrace } from '#platform/telemetry';
import { closeRenewedOfTenants } from '../credentials/close-renewed.js';
import { type NeedOfTenant, lockGaps, regroup } from '../gaps/regroup.js';
import { NeedChanges } from '../need-changes.js';
import { latestEventsOfTenants } from '../signals/latest-events.js';
import { RESOLVER } from './recommendation-changes.js';
import { lockResolutions } from '../resolution-lock.js';
import { countFailed, countResolved } from './resolution.metrics.js';
import { type OtherWork, otherWork } from './other-work.js';
import { type NeedResolution, resolveNeed } from './resolve-need.js';
import { type Failure, failureOf, storeFailures } from './resolution-failures.js';
import { settleAnswered } from './settle-answered.js';
import { matchClosed } from './match-closed.js';
import { settleClosed } from './settle-closed.js';
import { storeApart } from './store-apart.js';
import { slugsOf } from './tenant-slugs.js';
import { type UnresolvedNeed, unresolvedNeeds } from './unresolved-needs.js';

/**
 * The number of needs in a set: large enough to save statements, small enough that another tenant's turn comes soon.
 * With 500, a tenant behind a large backlog waited 2.8 × as long as on an idle engine, with 150 1.2 ×, and the
 * backlog took the same time (`npm run bench:latency`).
 */
const RESOLUTION_SET = 150;

/** What a job has to know of its tenant when a set with the tenant's needs is resolved. */
export interface ResolvedTenant extends OtherWork {
  /** More of its needs may be waiting. */
  readonly hasMore: boolean;
}

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

  /**
   * Resolves one set of needs of these tenants, in one transaction. A tenant whose needs do not all fit is left out, unless
   * it is the first: the next set has its other ones. So is one whose directory is being changed, unless it is the only
   * one, for which the transaction waits.
   */
  async resolveSet(tenantIds: readonly string[]): Promise<SetResult<ResolvedTenant>> {
    return this.database.inTenants(tenantIds, (tx) => inSpan('resolve needs', () => this.resolve(tx, tenantIds)));
  }

  private async resolve(tx: Transaction, tenantIds: readonly string[]): Promise<SetResult<ResolvedTenant>> {
    const locked = await lockResolutions(tx, tenantIds);
    const { needs, closed } = await inSpan('read needs', () => unresolvedNeeds(tx, locked, RESOLUTION_SET));
    noteInTrace({ ...tenantIn(tenantIds), 'needs.read': needs.length, 'needs.closed': closed.length });
    const { read, cutOff } = tenantsRead(locked, [...needs, ...closed]);
    const isFirst = read[0] === cutOff;
    const more = new Set(cutOff !== null && isFirst ? [cutOff] : []);
    const others = await otherWork(tx, read);
    // Of a need that is about to wake, the next set reports the id: merged with a notice without ids, it would be lost.
    const settled = read.filter((tenantId) => others.get(tenantId)?.hasSnoozed !== true);
    await notifyChanges(tx, idleNotices(settled, [...needs, ...closed]));
    for (const [tenantId, ofTenant] of Map.groupBy(closed, (need) => need.tenantId)) {
      const closedIds = ofTenant.map(({ id }) => id);
      if ((await asOneOf(tx, tenantId, (part) => this.publishClosed(part, closedIds))) > 0) more.add(tenantId);
    }
    if (needs.length > 0) for (const tenantId of await this.resolveOpen(tx, needs)) more.add(tenantId);
    const finished = [...others].filter(([tenantId]) => tenantId !== cutOff || isFirst);
    return {
      done: new Map(finished.map(([tenantId, other]) => [tenantId, { ...other, hasMore: more.has(tenantId) }])),
      alone: new Set(tenantIds.filter((tenantId) => !locked.includes(tenantId))),
    };
  }

  /** @returns the number of needs that are open again: their source repeats what was completed too long ago */
  private async publishClosed(tx: TenantTransaction, needIds: readonly string[]): Promise<number> {
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

  /** @returns the tenants of needs that are unresolved again: a signal has changed one meanwhile, or it has woken */
  private async resolveOpen(tx: Transaction, needs: readonly UnresolvedNeed[]): Promise<Set<string>> {
    const tenantIds = [...new Set(needs.map(({ tenantId }) => tenantId))];
    const { resolutions, failures } = await inSpan('match topics', async () =>
      resolveEach(needs, await this.matching.matchersOf(tx, tenantIds), await latestEventsOfTenants(tx, needs)),
    );
    const result = await inSpan('store resolutions', () => storeApart(tx, resolutions));
    const { stored, woken } = result;
    const refused = [...failures, ...result.failures];
    const cancelled = await inSpan('close renewed needs', () => closeRenewedOfTenants(tx, stored, RESOLVER));
    const unreached = [...result.unreached, ...cancelled];
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
      await asOneOf(tx, tenantId, (part) => this.storeFailures(part, slugs.get(tenantId) ?? '', ofTenant));
    await notifyChanges(tx, matchedNotices(tenantIds, stored));
    for (const tenantId of tenantIds) {
      const ofTenant = of(resolutions, tenantId);
      const storedIds = of(stored, tenantId).map(({ id }) => id);
      afterCommit(tx, () => this.meanings.want(tenantId, unanswered(ofTenant)));
      afterCommit(tx, () => countResolved(slugs.get(tenantId) ?? '', of(needs, tenantId), ofTenant, storedIds));
    }
    const settled = new Set([...stored, ...result.failures].map(({ id }) => id));
    return new Set([...woken, ...resolutions.filter(({ id }) => !settled.has(id))].map(({ tenantId }) => tenantId));
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

/** The only tenant of a set, for its trace. */
function tenantIn([tenantId, ...others]: readonly string[]): { 'tenant.id'?: string } {
  return tenantId === undefined || others.length > 0 ? {} : { 'tenant.id': tenantId };
}

/**
 * Needs are read tenant by tenant until the set is full: the tenants that were read at all, and the last of them if it may
 * have more.
 */
function tenantsRead(
  tenantIds: readonly string[],
  rows: readonly OfTenant[],
): { read: readonly string[]; cutOff: string | null } {
  if (rows.length < RESOLUTION_SET) return { read: tenantIds, cutOff: null };
  const found = new Set(rows.map(({ tenantId }) => tenantId));
  const last = tenantIds.findLastIndex((tenantId) => found.has(tenantId));
  return { read: tenantIds.slice(0, last + 1), cutOff: tenantIds[last] ?? null };
}

/** Where nothing is to be resolved, signals have joined needs, and the workers do not know which. */
function idleNotices(tenantIds: readonly string[], rows: readonly OfTenant[]): ChangeNotice[] {
  const found = new Set(rows.map(({ tenantId }) => tenantId));
  return tenantIds
    .filter((tenantId) => !found.has(tenantId))
    .map((tenantId) => ({ tenantId, kind: 'need', action: 'changed', ids: null }));
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
    if (turnIsOver()) await nextTurn();
  }
  return { resolutions, failures };
}
