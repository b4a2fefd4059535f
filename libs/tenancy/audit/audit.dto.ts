import { Transform } from 'class-transformer';
import { IsDate, IsOptional, MaxDate, MaxLength, MinDate } from 'class-validator';
import { PageQuery } from '#platform/http';
import { Text } from '#platform/text';

/** What a UUIDv7, which holds the time of an entry, can tell apart; later years have more than four digits. */
const FIRST = new Date(0);
const LAST = new Date('9999-12-31T23:59:59.999Z');

const Instant = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? new Date(value) : value,
  );

export class AuditQuery extends PageQuery {
  /** Who: `token:<name>`, `user:<e-mail>`, `operator`, `job:<queue>`. */
  @IsOptional()
  @Text()
  @MaxLength(320)
  actor?: string;

  /** What was done: `course.published`. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  action?: string;

  /** To what: its id (`need_…`), or a kind of thing (`need`). */
  @IsOptional()
  @Text()
  @MaxLength(255)
  subject?: string;

  /** ISO 8601: from then on. */
  @IsOptional()
  @Instant()
  @IsDate({ message: 'since must be a date or a time of ISO 8601' })
  @MinDate(FIRST)
  @MaxDate(LAST)
  since?: Date;

  /** ISO 8601: before then. */
  @IsOptional()
  @Instant()
  @IsDate({ message: 'until must be a date or a time of ISO 8601' })
  @MinDate(FIRST)
  @MaxDate(LAST)
  until?: Date;
}

export class AuditSubject {
  /** `need`, `course`, `worker`, `tenant` … */
  kind: string;
  id: string;
}

/** Who did what to which thing, and what it was before and after. */
export class AuditEntryView {
  id: string;
  at: string;
  /** `token:<name>`, `user:<e-mail>`, `operator`, `job:<queue>`. */
  actor: string;
  action: string;
  subject: AuditSubject;
  /** Of a change: the fields that were others. Null for what was not there before. */
  before: object | null;
  after: object | null;
}

export class AuditPage {
  items: AuditEntryView[];
  nextCursor: string | null;
}
