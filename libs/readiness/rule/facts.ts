import type { Calendar, Day } from './calendar.js';
import type { PolicyKind, Severity } from './kinds.js';

/*
 * What the rule reads. Instants are milliseconds since the epoch, `Infinity` where something has no end. Ids are UUIDs.
 * `gap` is the `topicIdentity` of what a fact is about: facts with the same one are one reason.
 */

/** All that is known of one worker. */
export interface WorkerFacts {
  readonly worker: WorkerFact;
  /** The current credential of each name. */
  readonly credentials: readonly CredentialFact[];
  readonly steps: readonly StepFact[];
  readonly needs: readonly NeedFact[];
  readonly assignments: readonly AssignmentFact[];
  /** Of each course the latest one, and the latest one until the instant for which they were read; the latest first. */
  readonly completions: readonly CompletionFact[];
  readonly waivers: readonly WaiverFact[];
}

export interface WorkerFact {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly siteId: string | null;
  readonly role: string | null;
  readonly roleKey: string | null;
  readonly groupIds: readonly string[];
  readonly createdAt: number;
}

export interface CredentialFact {
  readonly id: string;
  readonly name: string;
  /** `nameKeyOf` of the name. */
  readonly key: string;
  readonly gap: string;
  /** The instant from which it is not valid any more. */
  readonly expiresAt: number;
}

/** A step of onboarding. */
export interface StepFact {
  readonly id: string;
  readonly step: string;
  readonly gap: string;
  readonly createdAt: number;
  readonly doneAt: number;
}

/** An open need of the worker, or of a cohort that the worker belongs to and has not answered. */
export interface NeedFact {
  readonly id: string;
  /** The topic, or the text that is shown if there is none. */
  readonly name: string;
  readonly gap: string;
  readonly severity: Severity;
  /** A cohort's, not the worker's own. */
  readonly isOfSite: boolean;
  readonly firstSeenAt: number;
  readonly dueAt: number;
}

/** An assignment that is not completed. */
export interface AssignmentFact {
  readonly id: string;
  readonly needId: string | null;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly gap: string;
  /** The instant from which it is overdue. */
  readonly dueAt: number;
}

/** When a course was completed. */
export interface CompletionTime {
  readonly completedAt: number;
  /** The day, if one was given: it stays when the time zone changes. Null: the day of the instant. */
  readonly completedOn: Day | null;
}

/** A completion of a course. */
export interface CompletionFact extends CompletionTime {
  readonly courseId: string;
}

/** The reason that it names does not count until it ends, but is still shown. */
export interface WaiverFact {
  readonly requirementId: string | null;
  readonly credentialKey: string | null;
  readonly needId: string | null;
  readonly until: number;
}

/** Whom a requirement is for. */
export type Audience =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'site' | 'group'; readonly id: string }
  | { readonly kind: 'role'; readonly roleKey: string };

export const AUDIENCE_KINDS = ['everyone', 'site', 'group', 'role'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** What a requirement asks for. */
export type Required =
  | { readonly kind: 'credential'; readonly name: string; readonly key: string }
  | { readonly kind: 'course'; readonly courseId: string; readonly title: string };

export interface RequirementRule {
  readonly id: string;
  readonly audience: Audience;
  readonly required: Required;
  readonly gap: string;
  /** In the place of the policy's; null: the policy's. */
  readonly severity: Severity | null;
  /** How many days a completion counts; null: for ever. */
  readonly validDays: number | null;
  readonly graceDays: number;
  /** It holds from then on. */
  readonly from: number;
}

/** What a tenant has decided. */
export interface Rules {
  readonly calendar: Calendar;
  readonly expiringWithinDays: number;
  readonly severities: Readonly<Record<PolicyKind, Severity>>;
  /** The oldest first. */
  readonly requirements: readonly RequirementRule[];
}
