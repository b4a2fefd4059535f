import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Cursor, Limit } from '#platform/http';
import { CommaSeparated, IfGiven, Text, Time } from '#platform/text';
import { REASON_KINDS, type ReadinessStatus, type ReasonKind, STATUSES } from '../rule/kinds.js';

/** Filters of people, by what the board shows. `status` and `kind` accept several values, separated by commas. */
export class PeopleFilter {
  /** Name of the site. */
  @IfGiven()
  @Text()
  @MaxLength(255)
  site?: string;

  /** Name of the group. */
  @IfGiven()
  @Text()
  @MaxLength(255)
  group?: string;

  /** Role of the worker, as the directory calls it. */
  @IfGiven()
  @Text()
  @MaxLength(255)
  role?: string;

  /** `not_ready`: a reason of severity 4; `at_risk`: one of 3; else `ready`. */
  @IfGiven()
  @CommaSeparated()
  @IsIn(STATUSES, { each: true })
  status?: ReadinessStatus[];

  /** Workers with a reason of one of these kinds, waived or not. */
  @IfGiven()
  @CommaSeparated()
  @IsIn(REASON_KINDS, { each: true })
  kind?: ReasonKind[];

  /** Workers with a reason that is about the topic, in any spelling. */
  @IfGiven()
  @Text()
  @MaxLength(255)
  topic?: string;

  /** Part of the name, the e-mail address or the external id. */
  @IfGiven()
  @Text()
  @MaxLength(200)
  q?: string;
}

/** Filters of the board. */
export class ReadinessFilter extends PeopleFilter {
  /** A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
  @IsOptional()
  @Text()
  @Time()
  asOf?: string;
}

/** Filters and page of the board. */
export class ReadinessQuery extends ReadinessFilter {
  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** Items a page. */
  @Limit()
  limit: number = 50;
}

/** For the readiness of one worker. */
export class WorkerReadinessQuery {
  /** A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
  @IsOptional()
  @Text()
  @Time()
  asOf?: string;
}

const MAX_TREND_DAYS = 366;

export class TrendQuery {
  /** How many days, today included. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_TREND_DAYS)
  days: number = 30;

  /** Name of the site. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  site?: string;
}
