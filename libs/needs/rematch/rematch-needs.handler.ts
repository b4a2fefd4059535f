import { sql } from '@mikro-orm/postgresql';
import { MATCHER_VERSION } from '#catalog';
import type { PendingLookup } from '#platform/database';
import { Handles, WakeHandler } from '#platform/queue';
import { Rematch } from './rematch.js';
import { RematchNeeds } from './rematch-needs.job.js';

/**
 * Tenants whose library has changed since their needs were matched, and all if the matcher has changed. A tenant
 * without a course has no version of a library, but its gaps depend on the matcher, too.
 */
export const NEW_LIBRARIES: PendingLookup = {
  tenantWhere: sql`
    coalesce((select version from catalog_version where tenant_id = given.id), 0) > coalesce((
      select version from matched_library where tenant_id = given.id and matcher >= ${MATCHER_VERSION}), -1)`,
};

@Handles(RematchNeeds)
export class RematchNeedsHandler extends WakeHandler {
  protected readonly job = RematchNeeds;
  protected readonly work = [NEW_LIBRARIES];
  protected readonly turnsAtOnce = 1;

  constructor(private readonly rematch: Rematch) {
    super();
  }

  protected async takeTurn(): Promise<boolean> {
    await this.rematch.run();
    return false;
  }
}
