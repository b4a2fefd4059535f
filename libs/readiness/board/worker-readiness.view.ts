import type { ReadinessStatus, ReasonKind } from '../rule/kinds.js';
import { ReadinessRow } from './readiness.view.js';

/** A reason that begins or ends. */
export class ChangingReason {
  kind: ReasonKind;
  text: string;
  severity: number;
}

/** What time alone changes, if nobody does anything. */
export class UpcomingChange {
  at: string;
  /** The day of `at` in the tenant's time zone. */
  date: string;
  /** From then on. */
  status: ReadinessStatus;
  begins: ChangingReason[];
  ends: ChangingReason[];
}

/** A credential, or a completed course. */
export class Holding {
  kind: 'credential' | 'course';
  id: string;
  name: string;
  recordedAt: string;
  /** A day, or an instant; null: no end. */
  validUntil: string | null;
}

/** A reason that is over. */
export class EndedReason {
  kind: ReasonKind;
  name: string;
  severity: number;
  from: string;
  to: string;
}

/** How ready one worker is. */
export class WorkerReadinessView extends ReadinessRow {
  /** The changes of the next 90 days. */
  upcoming: UpcomingChange[];
  holds: Holding[];
  /** What spoke against them before, the latest first, at most 200. */
  history: EndedReason[];
}
