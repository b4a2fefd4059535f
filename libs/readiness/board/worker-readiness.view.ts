import type { ReadinessStatus, ReasonKind } from '../rule/kinds.js';
import { ReadinessRow } from './readiness.view.js';

/** A reason that begins or ends. */
export class ChangingReason {
  /** Kind of the reason. */
  kind: ReasonKind;
  /** The reason in words, complete in itself. */
  text: string;
  /** Severity of the reason: 1 low, 2 info, 3 soon, 4 blocking. */
  severity: number;
}

/** A change that time alone brings, if nobody acts. */
export class UpcomingChange {
  /** When it happens, in UTC. */
  at: string;
  /** The day of `at` in the tenant's time zone. */
  date: string;
  /** From then on. */
  status: ReadinessStatus;
  /** Reasons that begin then. */
  begins: ChangingReason[];
  /** Reasons that end then. */
  ends: ChangingReason[];
}

/** A credential, or a completed course. */
export class Holding {
  /** Whether it is a credential or a completed course. */
  kind: 'credential' | 'course';
  /** Identifier with the prefix `cred_` or `crs_`. */
  id: string;
  /** Name of the credential, or title of the course. */
  name: string;
  /** When the credential was last changed, or the course last completed, in UTC. */
  recordedAt: string;
  /** A day, or an instant; null: no end. Of a course: until when it counts for the requirements of the worker. */
  validUntil: string | null;
}

/** A reason that is over. */
export class EndedReason {
  /** Kind of the reason. */
  kind: ReasonKind;
  /** What it was about: the credential, the course, the step or the topic. */
  name: string;
  /** Severity that it had last: 1 low, 2 info, 3 soon, 4 blocking. */
  severity: number;
  /** When it began. */
  from: string;
  /** When it ended. */
  to: string;
}

/** How ready one worker is. */
export class WorkerReadinessView extends ReadinessRow {
  /** The changes of the next 90 days. */
  upcoming: UpcomingChange[];
  /** Completed courses and credentials, by name, at most 1,000. */
  holds: Holding[];
  /** Reasons that are over, the latest first, at most 200. */
  history: EndedReason[];
}
