import { Injectable, Logger } from '@nestjs/common';
import { type TopicMatcher, TopicMatching } from '#catalog';
import { Database, type Transaction } from '#platform/database';
import { shareResolution } from './resolution-lock.js';
import { type NeedResolution, resolveNeed } from './resolve-need.js';
import { type Failure, failureOf, putOff } from './set-aside.js';
import { storeApart } from './store-apart.js';
import { type UnresolvedNeed, unresolvedNeeds } from './unresolved-needs.js';

/** Needs resolved as one set: large enough to spare statements, small enough that another tenant's turn comes soon. */
const RESOLUTION_SET = 500;

/** Gives needs their worker, their recommendation and their people: the third step of the story. */
@Injectable()
export class Resolution {
  private readonly log = new Logger(Resolution.name);

  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
  ) {}

  /** Resolves one set of the needs of the tenant in scope. @returns whether more may be waiting */
  async resolveSet(): Promise<boolean> {
    return this.database.inTenant(async (tx, tenantId) => {
      await shareResolution(tx, tenantId);
      const needs = await unresolvedNeeds(tx, tenantId, RESOLUTION_SET);
      if (needs.length === 0) return false;
      const { resolutions, failures } = resolveEach(needs, await this.matching.matcherOf(tx, tenantId));
      const { stored, failures: refused } = await storeApart(tx, tenantId, resolutions);
      await this.putOff(tx, tenantId, [...failures, ...refused]);
      return needs.length === RESOLUTION_SET || stored.length + refused.length < resolutions.length;
    });
  }

  /** Logged by id alone: an error may quote what a source system sent. */
  private async putOff(tx: Transaction, tenantId: string, failures: readonly Failure[]): Promise<void> {
    if (failures.length === 0) return;
    const setAside = await putOff(tx, tenantId, failures);
    this.log.warn({ tenantId, needIds: failures.map(({ id }) => id) }, 'needs could not be resolved and are tried again later');
    if (setAside.length > 0) this.log.error({ tenantId, needIds: setAside }, 'needs are set aside after their last try');
  }
}

/** One need that cannot be resolved does not keep its neighbours from it. */
function resolveEach(needs: readonly UnresolvedNeed[], matcher: TopicMatcher): { resolutions: NeedResolution[]; failures: Failure[] } {
  const resolutions: NeedResolution[] = [];
  const failures: Failure[] = [];
  for (const need of needs) {
    try {
      resolutions.push(resolveNeed(need, matcher));
    } catch (error) {
      failures.push(failureOf(need.id, error));
    }
  }
  return { resolutions, failures };
}
