import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, ids, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { FairSemaphore } from '#platform/fairness';
import { SignalMaps, parseSignalMap } from '#signals';
import { parseEvent } from '../event/parse-event.js';
import { type NeedDifference, kindOf, compareNeeds } from './compare-needs.js';
import type { PreviewItem, PreviewedNeed, SignalMapPreview, SignalMapPreviewBody } from './preview.dto.js';
import { type ReplayedNeed, ReplayedNeeds } from './replayed-needs.js';
import { StoredSignals } from './stored-signals.js';

/** Limits in one process: a preview takes memory and seconds of work, while the process also records signals. */
const ONE_AT_A_TIME = {
  what: 'previews of signal maps',
  total: 1,
  perKey: 1,
  waitingPerKey: 4,
  waitMs: 10_000,
} as const;

/** Replays stored signals with an edited signal map, and shows which needs would differ. Changes nothing. */
@Injectable()
export class MapPreview {
  private readonly semaphore = new FairSemaphore(ONE_AT_A_TIME);

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly maps: SignalMaps,
    private readonly signals: StoredSignals,
  ) {}

  /**
   * @throws Invalid with each wrong entry of the map
   * @throws TooManyRequests if other previews take too long
   */
  async preview(body: SignalMapPreviewBody): Promise<SignalMapPreview> {
    const edited = new ReplayedNeeds(parseSignalMap(body.map));
    return this.semaphore.run(this.scope.tenant.tenantId, () => this.replay(body, edited));
  }

  private async replay({ days, limit }: SignalMapPreviewBody, edited: ReplayedNeeds): Promise<SignalMapPreview> {
    const current = new ReplayedNeeds(this.maps.of(this.scope.tenant.tenantId));
    const window = await this.signals.window(days);
    let signals = 0;
    for await (const page of this.signals.read(window)) {
      for (const { id, raw } of page) {
        if (mustYield()) await yieldToEventLoop();
        const event = parseEvent(raw);
        // The event was valid when it was stored, but violates the current rules.
        if (!event.ok) continue;
        signals++;
        current.replay(id, event.point);
        edited.replay(id, event.point);
      }
    }
    const { differences, added, changed, removed, unchanged } = await compareNeeds(current.all(), edited.all());
    const { since, complete } = window;
    return {
      signals,
      since,
      complete,
      added,
      changed,
      removed,
      unchanged,
      items: await this.items(differences.slice(-limit).toReversed()),
    };
  }

  private async items(differences: readonly NeedDifference[]): Promise<PreviewItem[]> {
    const rows = await this.database.inTenant((tx) =>
      tx.execute<Array<{ id: string; need_id: string | null }>>(
        sql`select id, need_id from signal
          where tenant_id = ${tx.tenantId}
          and id = any (${sqlArray(differences.map(({ signalId }) => signalId))}::uuid[])`,
      ),
    );
    const needIds = new Map(rows.map(({ id, need_id: needId }) => [id, needId]));
    return differences.map((difference) => item(difference, needIds.get(difference.signalId) ?? null));
  }
}

function item(difference: NeedDifference, needId: string | null): PreviewItem {
  const { signalId, before, after } = difference;
  const need = after ?? before;
  return {
    change: kindOf(difference),
    signalId: ids.show('sig', signalId),
    needId: needId && ids.show('need', needId),
    type: need?.type ?? '',
    externalWorkerId: need?.worker.externalWorkerId ?? null,
    email: need?.worker.email ?? null,
    learnerId: need?.worker.learnerId ?? null,
    site: need?.site ?? null,
    before: before && shown(before),
    after: after && shown(after),
  };
}

function shown({ topic, category, severity, dedupeKey, status, signalCount }: ReplayedNeed): PreviewedNeed {
  return { topic, category, severity, dedupeKey, status, signalCount };
}
