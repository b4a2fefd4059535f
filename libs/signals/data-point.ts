/** 4 blocking · 3 soon · 2 info · 1 low. */
export type Severity = 1 | 2 | 3 | 4;

/** How an event names its worker: the keys of the directory, in the order in which they are tried. */
export interface ReportedWorkerKeys {
  readonly externalWorkerId: string | null;
  /** Lower case. */
  readonly email: string | null;
  readonly learnerId: string | null;
}

/**
 * `trigger`: a condition holds that requires training. `resolve`: the condition is over, and its open need is closed.
 * `complete`: a worker has completed a training, which closes the needs that it answers.
 */
export type SignalAction = 'trigger' | 'resolve' | 'complete';

/** The validated content of an event, before the tenant's signal map is applied. Null: the event omits the field. */
export interface DataPoint {
  readonly action: SignalAction | null;
  readonly type: string;
  readonly worker: ReportedWorkerKeys;
  readonly site: string | null;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: Severity | null;
  readonly dedupeKey: string | null;
}
