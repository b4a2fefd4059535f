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
 * Two sets, so that one uses the processor while the other waits for PostgreSQL. With a third one, a backlog of 3,999
 * tenants is resolved 1.08 × as fast, but another tenant waits 3.7 × as long beside it as on an idle engine, rather
 * than 2.1 × (p95; `npm run bench:latency -- --only fairness --tenants 4000 --workers 20 --busy 3999`). Sets of 64
 * tenants are faster than sets of 32, because the tenants share the statements (`npm run bench:webhook -- --only drain
 * --tenants 4000 --workers 20`).
 */
const SETS = { lanes: 2, tenants: 64 } as const;

/**
 * A turn resolves one set, which a tenant may share with other tenants. Then it wakes snoozed needs that are due, which
 * the next turn resolves. It applies completions once no need waits that they may close.
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
    this.sets = new TenantSets(SETS, (tenantIds, mayWait) => resolution.resolveSet(tenantIds, mayWait));
  }

  protected async takeTurn(turn: Turn): Promise<boolean> {
    const { hasMore, hasSnoozed, hasCompletions } = await this.resolving.during(() => this.sets.join(turn));
    if (hasSnoozed) await this.snoozed.wakeSet();
    return hasMore || hasSnoozed || (hasCompletions && (await this.completions.applySet()));
  }
}
