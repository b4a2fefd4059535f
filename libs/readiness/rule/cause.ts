import type { ReasonKind, Severity } from './kinds.js';

/** What a cause refers to. */
export type RefType = 'credential' | 'requirement' | 'onboarding_step' | 'need' | 'assignment';

/** One fact that counts against a worker's readiness at some instant; those of one gap are one reason. */
export interface Cause {
  readonly kind: ReasonKind;
  readonly refType: RefType;
  readonly refId: string;
  readonly gap: string;
  /** What it is about: a credential, a step, a topic, a course. */
  readonly name: string;
  readonly severity: Severity;
  /** Since when the fact holds, in milliseconds since the epoch. */
  readonly since: number;
  /** `Infinity`: no date is known. */
  readonly dueAt: number;
  /** Null: it counts. */
  readonly waivedUntil: number | null;
  /** The requirement that makes it hold, or gives its severity. */
  readonly requirementId: string | null;
  /** The course that answers it, if a requirement or an assignment names one. */
  readonly courseId: string | null;
}
