import { sql } from '@mikro-orm/postgresql';
import type { PendingRows } from '#platform/database';
import { Handles, TenantSets, type Turn, WakeHandler } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { CompletionSignals } from '../completions/completion-signals.js';
import { SNOOZE_IS_DUE, SnoozedNeeds } from '../lifecycle/snoozed-needs.js';
import { Resolution, type ResolvedTenant } from './resolution.js';
import { Resolving } from './resolving.js';

/** Unresolved needs, needs to wake, and completions to apply. */
export const TO_RESOLVE: readonly PendingRows[] = [
  { table: sql`need`, where: sql`unresolved_since <= now()` },
  { table: sql`need`, where: SNOOZE_IS_DUE },
  { table: sql`completion_signal`, where: sql`status = 'waiting'` },
];

/**
 * Three sets, so that one uses the processor while the others wait for PostgreSQL: a backlog of 4,000 tenants is resolved
 * 1.13 × as fast as with two, and a fourth saves nothing. So it is with 64 tenants in a set instead of 32, because they
 * share the statements (`npm run bench:webhook -- --only drain --tenants 4000 --workers 20`).
 */
const SETS = { lanes: 3, tenants: 64 } as const;

/**
 * A turn resolves one set, which a tenant may share with other tenants. Snoozed needs that are due wake, and are then among
 * those to resolve. Completions are applied when no need waits any more that they may close.
 */
@Handles(ResolveNeeds)
export class ResolveNeedsHandler extends WakeHandler {
  protected readonly job = ResolveNeeds;
  protected readonly work = TO_RESOLVE;
  // A job that names this many tenants is one set then.
  protected readonly turnsAtOnce = SETS.tenants;
  private readonly sets: TenantSets<ResolvedTenant>;

  constructor(
    resolution: Resolution,
    private readonly resolving: Resolving,
    private readonly snoozed: SnoozedNeeds,
    private readonly completions: CompletionSignals,
  ) {
    super();
    this.sets = new TenantSets(SETS, (tenantIds) => resolution.resolveSet(tenantIds));
  }

  protected async takeTurn(turn: Turn): Promise<boolean> {
    const { hasMore, hasSnoozed, hasCompletions } = await this.resolving.during(() => this.sets.join(turn));
    if (hasSnoozed) await this.snoozed.wakeSet();
    return hasMore || hasSnoozed || (hasCompletions && (await this.completions.applySet()));
  }
}
