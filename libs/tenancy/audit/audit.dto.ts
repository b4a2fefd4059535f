import { IsOptional, MaxLength } from 'class-validator';
import { Cursor, Limit } from '#platform/http';
import { type DateText, DayOrTime, IfGiven, Text } from '#platform/text';

/** Filters of the audit log. */
export class AuditFilter {
  /** The actor: `token:<name>`, `user:<e-mail>`, `operator`, `job:<queue>`. */
  @IsOptional()
  @Text()
  @MaxLength(320)
  actor?: string;

  /** The action: `course.published`. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  action?: string;

  /** The subject: its id (`need_…`), or a kind (`need`). */
  @IsOptional()
  @Text()
  @MaxLength(255)
  subject?: string;

  /** A day or a time: only entries from then on. */
  @IfGiven()
  @DayOrTime()
  since?: DateText;

  /** A day or a time: only entries before it. */
  @IfGiven()
  @DayOrTime()
  until?: DateText;
}

export class AuditQuery extends AuditFilter {
  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** The number of items of a page. */
  @Limit()
  limit: number = 50;
}

export class AuditSubject {
  /** `need`, `course`, `worker`, `tenant` … */
  kind: string;
  /** Identifier with the prefix of its kind, or a name where the kind has no ids. */
  id: string;
}

/** An action with its actor and its subject, and the changed fields before and after. */
export class AuditEntryView {
  /** Identifier with the prefix `aud_`. */
  id: string;
  /** When it was done, in UTC. */
  at: string;
  /** `token:<name>`, `user:<e-mail>`, `operator`, `job:<queue>`. */
  actor: string;
  /** What was done: `course.published`. */
  action: string;
  /** What it was done to. */
  subject: AuditSubject;
  /** The changed fields. `before` is null for a new subject. */
  before: object | null;
  /** The changed fields after the action; null: none. */
  after: object | null;
}

export class AuditPage {
  items: AuditEntryView[];
  nextCursor: string | null;
}
