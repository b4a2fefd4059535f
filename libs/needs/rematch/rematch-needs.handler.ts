import { sql } from '@mikro-orm/postgresql';
import { MATCHER_VERSION } from '#catalog';
import type { PendingRows } from '#platform/database';
import { Handles, WakeHandler } from '#platform/queue';
import { Rematch } from './rematch.js';
import { RematchNeeds } from './rematch-needs.job.js';

/** Libraries that have changed since the needs of their tenants were matched, and all if the matcher has changed. */
export const NEW_LIBRARIES: PendingRows = {
  table: sql`catalog_version`,
  where: sql`version > coalesce((select matched.version from matched_library as matched
        where matched.tenant_id = catalog_version.tenant_id and matched.matcher >= ${MATCHER_VERSION}), 0)`,
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
