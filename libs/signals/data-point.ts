/** 4 blocking · 3 soon · 2 info · 1 low. */
export type Severity = 1 | 2 | 3 | 4;

/** The keys by which a source system names a worker, in the order in which they are tried. */
export interface WorkerReference {
  readonly externalWorkerId: string | null;
  /** Lower case. */
  readonly email: string | null;
  readonly learnerId: string | null;
}

/**
 * `trigger`: the condition holds, and needs training. `resolve`: it is over, and its open need is closed. `complete`: a
 * worker has completed a training, which closes what it answers.
 */
export type SignalAction = 'trigger' | 'resolve' | 'complete';

/** The validated content of an event, before the tenant's signal map is applied. Null: the event does not say. */
export interface DataPoint {
  readonly action: SignalAction | null;
  readonly type: string;
  readonly worker: WorkerReference;
  readonly site: string | null;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: Severity | null;
  readonly dedupeKey: string | null;
}
