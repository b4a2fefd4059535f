import type { DateText } from '#platform/text';
import type { SignalOutcome } from '#signals';
import { AssignmentView } from '../assignments/assignment.view.js';
import { AlsoReported } from '../gaps/also-reported.js';
import type { DismissReason } from '../dismiss-reasons.js';
import type { NeedStatus, RecommendationKind } from '../need.js';

/** The worker or the cohort that a need is for. */
export class NeedAudience {
  /** `worker`: one person; `cohort`: everybody at a site. */
  kind: 'worker' | 'cohort';
  /** Null for a cohort, and for a worker who is not in the directory (see `unknownWorker` of the need). */
  worker: NeedWorker | null;
  /** The name in the signal; a cohort's target. */
  site: string | null;
  /** The number of people whom it reaches now. */
  people: number;
  /** How many of them have completed what it asks for, or hold it already. */
  answered: number;
}

export class NeedWorker {
  /** Identifier with the prefix `wrk_`. */
  id: string;
  /** Name of the worker. */
  name: string;
  externalWorkerId: string | null;
  email: string | null;
  /** The worker's site in the directory. */
  site: string | null;
}

/** The keys by which a source system named a worker who is not in the directory yet. */
export class UnknownWorker {
  externalWorkerId?: string;
  email?: string;
  learnerId?: string;
}

export class NeedRecommendation {
  /** `course`: one answers the topic; `author_one`: none does; `pending`: not matched yet. */
  kind: RecommendationKind;
  /** The recommended course: `crs_…`; null: none. */
  courseId: string | null;
  /** Title of the recommended course; null: none. */
  title: string | null;
  /** 0 to 1. */
  score: number | null;
  /** The reasons, in words. */
  evidence: string[];
}

/** Why a need was dismissed. */
export class Dismissal {
  /** Why the need was dismissed. */
  reason: DismissReason;
  /** What the person wrote about it; null: nothing. */
  note: string | null;
  /** Until this time, or until this day begins, the same data point opens no need; null: until a person reopens it. */
  until: DateText | null;
}

/** The course that comes closest where none is recommended: a person accepts or rejects it. */
export class NeedSuggestion {
  /** The suggested course: `crs_…`. */
  courseId: string;
  /** Title of the suggested course. */
  title: string;
  /** 0 to 1. */
  score: number;
  /** The reasons, in words. */
  evidence: string[];
}

/** The draft that a need waits for, or why it has none yet. */
export class AwaitedDraft {
  /** Null: it is blocked. */
  draftId: string | null;
  /** The status of the draft; null: it is blocked. */
  status: string | null;
  /** `plan_limit`: the plan allows no further draft until `resetsAt`; null: nothing is in the way. */
  blocked: 'plan_limit' | null;
  /** When the plan's limit starts again, in UTC; null: it does not block the draft. */
  resetsAt: string | null;
}

/** A training need, as the inbox shows it. */
export class NeedView {
  /** Identifier with the prefix `need_`. */
  id: string;
  /** Where the need is between its first signal and its end. */
  status: NeedStatus;
  /** Type of its latest signal: `near_miss`. */
  type: string;
  /** What has to be learned, as the source system wrote it; null: unknown. */
  topic: string | null;
  /** Category of the topic; null: none. */
  category: string | null;
  /** 4 blocking, 3 soon, 2 info, 1 low. */
  severity: number;
  /** Whom the need is for. */
  audience: NeedAudience;
  /** Keys of a worker whom the directory does not have yet; omitted: the worker is known, or there is none. */
  unknownWorker?: UnknownWorker;
  /** The site of a cohort if the directory does not know it: then the need reaches nobody. */
  unknownSite: string | null;
  /** The site of the directory with the most similar name, if `unknownSite` has one; null: none is similar. */
  nearestSite: string | null;
  /** The course that answers the topic, if the library has one. */
  recommendation: NeedRecommendation;
  /** Only for `author_one`; null: no course is close, or a person rejected it. */
  suggestion: NeedSuggestion | null;
  /** The other open needs of its gap, at most twenty: those with the same audience and the same topic. */
  alsoReportedBy: AlsoReported[];
  /** Only while a course is drafted for it, or its draft waits for the plan. */
  authoring?: AwaitedDraft;
  /**
   * Of what is offered; before that, the date in its latest signals (`expires_at` and the like). A day is due until its
   * end in the tenant's time zone.
   */
  dueAt: DateText | null;
  /** The time, or the day at whose beginning a snoozed need returns to the inbox; null: it is not snoozed. */
  snoozedUntil: DateText | null;
  /** Null: it is not dismissed. */
  dismissal: Dismissal | null;
  /** Number of signals of the need. */
  signalCount: number;
  /** When its first signal arrived, in UTC. */
  firstSeenAt: string;
  /** When its latest signal arrived, in UTC. */
  lastSeenAt: string;
  version: number;
}

/** A signal on a need's timeline. */
export class NeedSignal {
  /** Identifier with the prefix `sig_`. */
  id: string;
  /** Type of the signal: `near_miss`. */
  type: string;
  /** When the signal arrived, in UTC. */
  receivedAt: string;
  /** `created` the need, `joined` it, or `resolved` it: the source reported that the condition is over. */
  outcome: SignalOutcome;
  /** The event as received. */
  event: object;
}

/** An entry of the audit log about a need. */
export class NeedHistory {
  /** When it happened, in UTC. */
  at: string;
  /** Who did it: `user:<e-mail>`, `token:<name>` or `job:<queue>`; null: the source system. */
  actor: string;
  /** What happened: `need.offered`. */
  action: string;
  /** The changed fields before; null: none. */
  before: object | null;
  /** The changed fields after; null: none. */
  after: object | null;
}

export class NeedDetail extends NeedView {
  /** Newest first, the latest hundred. */
  signals: NeedSignal[];
  /** The latest fifty assignments for it. */
  assignments: AssignmentView[];
  /** Number of assignments of the need; `assignments` has the first of them. */
  assignmentCount: number;
  /** Newest first. */
  history: NeedHistory[];
}

export class NeedPage {
  items: NeedView[];
  nextCursor: string | null;
}

/** How many rows of the inbox match filters. */
export class NeedsCount {
  /** At most 2,000. */
  count: number;
  /** False: there are more than 2,000. */
  exact: boolean;
}
