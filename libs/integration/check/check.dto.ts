import { IsString, MaxLength } from 'class-validator';
import type { Severity, SignalAction } from '#signals';
import { SignalWarning } from '#signals';

/** As many as the body of the request may have: a larger event than the webhook takes is checked, too. */
const MAX_RAW_LENGTH = 1_024 * 1_024;

export class CheckSignalBody {
  /** The event as a source system would send it: the text of the request's body. */
  @IsString()
  @MaxLength(MAX_RAW_LENGTH)
  raw: string;
}

/** A field of the event that is wrong. */
export class SignalError {
  /** Path of the field: `data.severity`. */
  field: string;
  /** The rule that the field breaks, in words. */
  message: string;
}

/** The event as the engine reads it, with the defaults of the signal map. */
export class CheckedEvent {
  /** What the event does: opens a need, closes it, or reports a completed training. */
  action: SignalAction;
  /** Type of the signal: `near_miss`. */
  type: string;
  /** Topic after the signal map's defaults; null: none. */
  topic: string | null;
  /** Category after the signal map's defaults; null: none. */
  category: string | null;
  /** 4 blocking, 3 soon, 2 info, 1 low. */
  severity: Severity;
  externalWorkerId: string | null;
  /** E-mail address of the worker in the event; null: none. */
  email: string | null;
  learnerId: string | null;
  /** Name of the site in the event; null: none. */
  site: string | null;
  /** The fields that the event leaves out, and that the signal map or the type sets. */
  defaulted: string[];
}

/** Whom the event is about, as the directory is now. */
export class CheckedAudience {
  /** `worker`: one person; `cohort`: everybody at a site. */
  kind: 'worker' | 'cohort';
  /** The worker's id; null: a cohort, or the directory does not know the worker yet. */
  workerId: string | null;
  /** The site of a cohort. */
  site: string | null;
  /** False: the directory does not know the worker or the site. */
  known: boolean;
  /** The active people whom a need would reach now. */
  people: number;
}

/** A course that the engine would recommend. */
export class CheckedCourse {
  /** The course that would be recommended: `crs_…`. */
  courseId: string;
  /** Title of the course. */
  title: string;
  /** 0 to 1. */
  score: number;
  /** Why the course matches, in words. */
  evidence: string[];
}

/** What the webhook would make of an event. Nothing is recorded. */
export class CheckedSignal {
  /** Whether the webhook would record the event. */
  valid: boolean;
  /** The status that the webhook would answer: 200, 400 (no JSON object), 413 (more than 256 KiB) or 422. */
  status: number;
  /** Fields for which it would be refused. */
  errors: SignalError[];
  /** Fields whose names look like slips of known ones. */
  warnings: SignalWarning[];
  /** Null: it is not valid. */
  event: CheckedEvent | null;
  /** Key of the data point; null: the event is not valid. */
  dedupeKey: string | null;
  /** Whom the need would be for; null: the event is not valid. */
  audience: CheckedAudience | null;
  /** Null: no course matches, or the event has no topic or is not valid. */
  match: CheckedCourse | null;
}
