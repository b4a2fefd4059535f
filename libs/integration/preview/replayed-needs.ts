import { type DataPoint, type Severity, type SignalMap, type ReportedWorkerKeys, keyPoint, joinPoint } from '#signals';

/** A need as signals alone create it, without decisions of people. */
export interface ReplayedNeed {
  readonly type: string;
  readonly worker: ReportedWorkerKeys;
  readonly site: string | null;
  readonly dedupeKey: string;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: Severity;
  /** `resolved`: its source reported later that the condition is over. */
  readonly status: 'open' | 'resolved';
  readonly signalCount: number;
}

/** The needs that a series of signals creates with one signal map. */
export class ReplayedNeeds {
  private readonly openedBy = new Map<string, string>();
  private readonly needs = new Map<string, ReplayedNeed>();

  constructor(private readonly map: SignalMap) {}

  /** Applies the next signal. Completions are not replayed, and neither are decisions. */
  replay(signalId: string, sent: DataPoint): void {
    const { point, dedupeKey } = keyPoint(sent, this.map);
    if (point.action === 'complete') return;
    const opener = this.openedBy.get(dedupeKey);
    const need = opener === undefined ? undefined : this.needs.get(opener);
    if (opener === undefined || need === undefined) {
      if (point.action === 'trigger')
        this.open(signalId, dedupeKey, { ...point, dedupeKey, status: 'open', signalCount: 1 });
    } else if (point.action === 'trigger')
      this.needs.set(opener, {
        ...need,
        ...joinPoint(need, point),
        type: point.type,
        signalCount: need.signalCount + 1,
      });
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

  /** The needs by the signals that opened them, in the order of opening. */
  all(): ReadonlyMap<string, ReplayedNeed> {
    return this.needs;
  }
}
