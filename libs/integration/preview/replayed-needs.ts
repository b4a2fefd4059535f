import { type DataPoint, type Severity, type SignalMap, type WorkerKeys, decidePoint, joinPoint } from '#signals';

/** A need as signals alone would have made it, in a tenant in which nobody decides anything. */
export interface ReplayedNeed {
  readonly type: string;
  readonly worker: WorkerKeys;
  readonly site: string | null;
  readonly dedupeKey: string;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: Severity;
  /** `resolved`: its source said later that the condition is over. */
  readonly status: 'open' | 'resolved';
  readonly signalCount: number;
}

/** What a series of signals becomes by one signal map. */
export class ReplayedNeeds {
  private readonly openedBy = new Map<string, string>();
  private readonly needs = new Map<string, ReplayedNeed>();

  constructor(private readonly map: SignalMap) {}

  /** Takes the next signal in. What completions close is not replayed, as decisions are not. */
  replay(signalId: string, sent: DataPoint): void {
    const { point, dedupeKey } = decidePoint(sent, this.map);
    if (point.action === 'complete') return;
    const opener = this.openedBy.get(dedupeKey);
    const need = opener === undefined ? undefined : this.needs.get(opener);
    if (opener === undefined || need === undefined) {
      if (point.action === 'trigger')
        this.open(signalId, dedupeKey, { ...point, dedupeKey, status: 'open', signalCount: 1 });
    } else if (point.action === 'trigger')
      this.needs.set(opener, { ...need, ...joinPoint(need, point), signalCount: need.signalCount + 1 });
    else {
      this.needs.set(opener, { ...need, status: 'resolved', signalCount: need.signalCount + 1 });
      this.openedBy.delete(dedupeKey);
    }
  }

  private open(
    signalId: string,
    key: string,
    { type, worker, site, dedupeKey, topic, category, severity, status, signalCount }: ReplayedNeed,
  ): void {
    this.openedBy.set(key, signalId);
    this.needs.set(signalId, { type, worker, site, dedupeKey, topic, category, severity, status, signalCount });
  }

  /** By the signal that opened each, in the order in which they were opened. */
  all(): ReadonlyMap<string, ReplayedNeed> {
    return this.needs;
  }
}
