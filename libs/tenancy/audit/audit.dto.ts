import { Transform } from 'class-transformer';
import { IsDate, IsOptional, MaxDate, MaxLength, MinDate } from 'class-validator';
import { Cursor, Limit } from '#platform/http';
import { Text } from '#platform/text';

/** The range of times that a UUIDv7 can hold; later years have more than four digits. */
const FIRST = new Date(0);
const LAST = new Date('9999-12-31T23:59:59.999Z');

const Instant = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? new Date(value) : value,
  );

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

  /** ISO 8601; only entries from this time on. */
  @IsOptional()
  @Instant()
  @IsDate({ message: 'since must be a date or a time of ISO 8601' })
  @MinDate(FIRST)
  @MaxDate(LAST)
  since?: Date;

  /** ISO 8601; only entries before this time. */
  @IsOptional()
  @Instant()
  @IsDate({ message: 'until must be a date or a time of ISO 8601' })
  @MinDate(FIRST)
  @MaxDate(LAST)
  until?: Date;
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
