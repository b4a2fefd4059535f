import type { ReasonKind } from '../rule/kinds.js';
import type { RefType } from '../rule/cause.js';

/** The record that a reason refers to. */
export class ReasonRef {
  type: RefType;
  id: string;
}

/** Where the fact comes from. */
export class ReasonSource {
  /** Type of the latest signal. */
  type: string;
  /** Dedupe key of the need. */
  key: string;
  /** The record in the source system, where the signal names one: its `ref`, `id` or `reference`. */
  record: string | null;
}

/** One fact of a reason. */
export class ReasonCause {
  kind: ReasonKind;
  text: string;
  severity: number;
  ref: ReasonRef;
  source: ReasonSource | null;
}

/** What is already under way. */
export class ReasonProgress {
  state: 'assigned' | 'authoring' | 'snoozed';
  text: string;
  /** A day, or an instant. */
  dueAt: string | null;
  assignmentId?: string;
}

/** The one action that ends the reason. */
export class ReasonMove {
  action: 'offer' | 'author' | 'complete' | 'renew' | 'decide';
  needId?: string;
  courseId?: string;
  assignmentId?: string;
}

export class ClosestCourse {
  courseId: string;
  title: string;
}

/** Why a worker is not ready: one for each gap, however many facts speak of it. */
export class Reason {
  /** Of the worst fact, which names the reason. */
  kind: ReasonKind;
  /** Complete in itself. */
  text: string;
  /** 1 to 4, 4 is the worst. */
  severity: number;
  since: string;
  /** A day, or an instant. */
  dueAt: string | null;
  ref: ReasonRef;
  source: ReasonSource | null;
  /** Every fact, the one that names the reason first. */
  because: ReasonCause[];
  progress: ReasonProgress | null;
  /** A day, or an instant; until then the reason does not count. */
  waivedUntil: string | null;
  move: ReasonMove | null;
  /** The course that comes closest, where none answers. */
  closest: ClosestCourse | null;
}
