import type { ReasonKind } from '../rule/kinds.js';
import type { RefType } from '../rule/cause.js';

/** The record that a reason refers to. */
export class ReasonRef {
  /** Kind of the record. */
  type: RefType;
  /** Identifier of the record, with the prefix of its kind. */
  id: string;
}

/** Where the fact comes from. */
export class ReasonSource {
  /** Type of the latest signal. */
  type: string;
  /** Dedupe key of the need. */
  key: string;
  /** The record in the source system, if the signal names one: its `ref`, `id` or `reference`. */
  record: string | null;
}

/** One fact of a reason. */
export class ReasonCause {
  /** Kind of the fact. */
  kind: ReasonKind;
  /** The fact in words, complete in itself. */
  text: string;
  /** Severity of the fact: 1 low, 2 info, 3 soon, 4 blocking. */
  severity: number;
  /** The record that the fact comes from. */
  ref: ReasonRef;
  /** The source system's record; null: the fact comes from the directory. */
  source: ReasonSource | null;
}

/** What is already under way. */
export class ReasonProgress {
  /** What is under way. */
  state: 'assigned' | 'authoring' | 'snoozed';
  /** What is under way, in words. */
  text: string;
  /** A day, or an instant. */
  dueAt: string | null;
  /** The assignment that is under way: `asg_…`. */
  assignmentId?: string;
  /** The draft of the course that is being written: `drf_…`. */
  draftId?: string;
}

/** The one action that ends the reason. */
export class ReasonMove {
  /**
   * `offer`: a course answers it; `author`: none does; `complete`: a step or an assignment; `renew`: a credential;
   * `decide`: a suggestion.
   */
  action: 'offer' | 'author' | 'complete' | 'renew' | 'decide';
  /** The need to act on: `need_…`. */
  needId?: string;
  /** The course to offer: `crs_…`. */
  courseId?: string;
  /** The assignment to complete: `asg_…`. */
  assignmentId?: string;
}

export class ClosestCourse {
  /** The course: `crs_…`. */
  courseId: string;
  /** Title of the course. */
  title: string;
}

/** Why a worker is not ready: one for each gap, however many facts it has. */
export class Reason {
  /** Of the worst fact, which names the reason. */
  kind: ReasonKind;
  /** Complete in itself. */
  text: string;
  /** 1 to 4, 4 is the worst. */
  severity: number;
  /** Since when the reason holds, in UTC. */
  since: string;
  /** A day, or an instant. */
  dueAt: string | null;
  /** The record that the reason comes from. */
  ref: ReasonRef;
  /** The source system's record; null: the reason comes from the directory. */
  source: ReasonSource | null;
  /** Every fact, the one that names the reason first. */
  because: ReasonCause[];
  /** What is already under way; null: nothing. */
  progress: ReasonProgress | null;
  /** A day, or an instant; until then the reason does not count. */
  waivedUntil: string | null;
  /** What settles it; null: nothing that the engine can do. */
  move: ReasonMove | null;
  /** The course that comes closest, where none answers. */
  closest: ClosestCourse | null;
}
