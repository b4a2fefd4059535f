import { Injectable } from '@nestjs/common';
import {
  type ChangeNotice,
  Database,
  LockedOut,
  type OfTenant,
  type Transaction,
  notifyChanges,
  tenantsOf,
} from '#platform/database';
import type { SetResult } from '#platform/queue';
import { inSpan, noteInTrace } from '#platform/telemetry';
import { lockResolutions } from '../resolution-lock.js';
import { ClosedNeeds } from './closed-needs.js';
import { OpenNeeds } from './open-needs.js';
import { type OtherWork, leaveToNewerMatcher, otherWork } from './other-work.js';
import { unresolvedNeeds } from './unresolved-needs.js';

/**
 * The number of needs in a set: large enough to save statements, small enough that another tenant's turn comes soon. A
 * tenant behind a large backlog waited 2.8 × as long as on an idle engine with sets of 500, and 1.2 × with 150. The
 * backlog took the same time (`npm run bench:latency`).
 */
const RESOLUTION_SET = 150;

/** What a job has to know of its tenant when a set with the tenant's needs is resolved. */
export interface ResolvedTenant extends OtherWork {
  /** More of its needs may be waiting. */
  readonly hasMore: boolean;
}

/** Resolves needs in sets, each in one transaction. */
@Injectable()
export class Resolution {
  constructor(
    private readonly database: Database,
    private readonly openNeeds: OpenNeeds,
    private readonly closedNeeds: ClosedNeeds,
  ) {}

  /**
   * Resolves one set of needs of these tenants, in one transaction. A tenant whose needs do not all fit has no outcome,
   * unless it is the first one: the next set has the rest. A tenant whose directory is being changed, or whose people
   * are being assigned courses, is resolved alone, unless the transaction may wait for it.
   */
  async resolveSet(tenantIds: readonly string[], mayWait = false): Promise<SetResult<ResolvedTenant>> {
    try {
      return await this.database.inTenants(tenantIds, (tx) =>
        inSpan('resolve needs', () => this.resolve(tx, tenantIds, mayWait)),
      );
    } catch (error) {
      if (mayWait || !(error instanceof LockedOut)) throw error;
      return { done: new Map(), alone: new Set(tenantIds) };
    }
  }

  private async resolve(
    tx: Transaction,
    tenantIds: readonly string[],
    mayWait: boolean,
  ): Promise<SetResult<ResolvedTenant>> {
    const locked = await lockResolutions(tx, tenantIds, mayWait);
    const { needs, closed, isFull } = await inSpan('read needs', () => unresolvedNeeds(tx, locked, RESOLUTION_SET));
    noteInTrace({ ...tenantIn(tenantIds), 'needs.read': needs.length, 'needs.closed': closed.length });
    const { read, cutOff } = tenantsRead(locked, [...needs, ...closed], isFull);
    const isFirst = read[0] === cutOff;
    const more = new Set(cutOff !== null && isFirst ? [cutOff] : []);
    const others = await otherWork(tx, read);
    // A tenant with a need that is about to wake gets no notice without ids now: merged with it, the id that the next
    // set reports would be lost.
    const settled = read.filter((tenantId) => others.get(tenantId)?.hasSnoozed !== true);
    await notifyChanges(tx, idleNotices(settled, [...needs, ...closed]));
    for (const tenantId of await this.closedNeeds.settle(tx, closed)) more.add(tenantId);
    if (needs.length > 0) for (const tenantId of await this.openNeeds.resolve(tx, needs, mayWait)) more.add(tenantId);
    const outdated = tenantsOf([...needs, ...closed]).filter((id) => others.get(id)?.hasNewerMatcher === true);
    if (outdated.length > 0) await leaveToNewerMatcher(tx, outdated);
    const finished = [...others].filter(([tenantId]) => tenantId !== cutOff || isFirst);
    return {
      done: new Map(finished.map(([tenantId, other]) => [tenantId, { ...other, hasMore: more.has(tenantId) }])),
      alone: new Set(tenantIds.filter((tenantId) => !locked.includes(tenantId))),
    };
  }
}

/** The only tenant of a set, for its trace. */
function tenantIn([tenantId, ...others]: readonly string[]): { 'tenant.id'?: string } {
  return tenantId === undefined || others.length > 0 ? {} : { 'tenant.id': tenantId };
}

/**
 * Needs are read tenant by tenant until the set is full. `read`: the tenants that were read. `cutOff`: the last of
 * them, if it may have more.
 */
function tenantsRead(
  tenantIds: readonly string[],
  rows: readonly OfTenant[],
  isFull: boolean,
): { read: readonly string[]; cutOff: string | null } {
  if (!isFull) return { read: tenantIds, cutOff: null };
  const found = new Set(rows.map(({ tenantId }) => tenantId));
  const last = tenantIds.findLastIndex((tenantId) => found.has(tenantId));
  return { read: tenantIds.slice(0, last + 1), cutOff: tenantIds[last] ?? null };
}

/**
 * Notices for tenants that have nothing to resolve: signals have joined their needs, and the job does not know which.
 */
function idleNotices(tenantIds: readonly string[], rows: readonly OfTenant[]): ChangeNotice[] {
  const found = new Set(rows.map(({ tenantId }) => tenantId));
  return tenantIds
    .filter((tenantId) => !found.has(tenantId))
    .map((tenantId) => ({ tenantId, kind: 'need', action: 'changed', ids: null }));
}
