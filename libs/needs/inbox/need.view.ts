import type { SignalOutcome } from '#signals';
import { AssignmentView } from '../assignments/assignment.view.js';
import type { NeedStatus, RecommendationKind } from '../need.js';

/** The worker or the cohort that a need is for. */
export class NeedAudience {
  kind: 'worker' | 'cohort';
  /** Null for a cohort, and for a worker who is not in the directory (see `unknownWorker` of the need). */
  worker: NeedWorker | null;
  /** Name as the source system sent it; a cohort's target. */
  site: string | null;
  /** How many people it reaches now. */
  people: number;
}

export class NeedWorker {
  id: string;
  name: string;
  externalWorkerId: string | null;
  email: string | null;
}

/** The keys by which a source system named a worker whom the directory does not know yet. */
export class UnknownWorker {
  externalWorkerId?: string;
  email?: string;
  learnerId?: string;
}

export class NeedRecommendation {
  kind: RecommendationKind;
  courseId: string | null;
  title: string | null;
  /** 0 to 1. */
  score: number | null;
  /** Why, in words. */
  evidence: string[];
}

/** One thing that somebody must learn, as the inbox shows it. */
export class NeedView {
  id: string;
  status: NeedStatus;
  type: string;
  topic: string | null;
  category: string | null;
  /** 4 blocking, 3 soon, 2 info, 1 low. */
  severity: number;
  audience: NeedAudience;
  unknownWorker?: UnknownWorker;
  recommendation: NeedRecommendation;
  dueAt: string | null;
  signalCount: number;
  firstSeenAt: string;
  lastSeenAt: string;
  version: number;
}

/** A signal on a need's timeline. */
export class NeedSignal {
  id: string;
  type: string;
  receivedAt: string;
  /** `created` it, `joined` it, or `resolved` it: its source said that the condition is over. */
  outcome: SignalOutcome;
  /** The event as it was sent. */
  event: object;
}

/** An entry of the audit log about a need. */
export class NeedHistory {
  at: string;
  actor: string;
  action: string;
  before: object | null;
  after: object | null;
}

export class NeedDetail extends NeedView {
  /** Newest first, the latest hundred. */
  signals: NeedSignal[];
  /** The latest fifty of the assignments that were made for it. */
  assignments: AssignmentView[];
  assignmentCount: number;
  /** Newest first. */
  history: NeedHistory[];
}

export class NeedPage {
  items: NeedView[];
  nextCursor: string | null;
}
