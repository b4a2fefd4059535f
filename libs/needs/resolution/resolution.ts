import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { Database } from '#platform/database';
import { resolveNeed } from './resolve-need.js';
import { storeResolutions } from './store-resolutions.js';
import { unresolvedNeeds } from './unresolved-needs.js';

/** Needs resolved as one set: large enough to spare statements, small enough that another tenant's turn comes soon. */
const RESOLUTION_SET = 500;

/** Gives needs their worker, their recommendation and their people: the third step of the story. */
@Injectable()
export class Resolution {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
  ) {}

  /** Resolves one set of the needs of the tenant in scope. @returns whether more may be waiting */
  async resolveSet(): Promise<boolean> {
    return this.database.inTenant(async (tx, tenantId) => {
      const needs = await unresolvedNeeds(tx, tenantId, RESOLUTION_SET);
      if (needs.length === 0) return false;
      const matcher = await this.matching.matcherOf(tx, tenantId);
      const stored = await storeResolutions(tx, tenantId, needs.map((need) => resolveNeed(need, matcher)));
      return needs.length === RESOLUTION_SET || stored < needs.length;
    });
  }
}
