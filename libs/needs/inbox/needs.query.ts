import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Length, MaxLength, ValidateBy, buildMessage } from 'class-validator';
import { ids } from '#platform/database';
import { Cursor, Limit } from '#platform/http';
import { CommaSeparated, type DateText, DayOrTime, IfGiven, Text } from '#platform/text';
import { INBOX_STATUSES, NEED_STATUSES, type NeedStatus, RECOMMENDATIONS, type RecommendationKind } from '../need.js';

export const NEED_SORTS = ['severity', 'newest', 'oldest', 'due'] as const;
export type NeedSort = (typeof NEED_SORTS)[number];

/** The values of the filter `status`. */
const STATUS_FILTERS = [...NEED_STATUSES, 'all'] as const;
type StatusFilter = (typeof STATUS_FILTERS)[number];

const TRUE_OR_FALSE = ['true', 'false'] as const;
type TrueOrFalse = (typeof TRUE_OR_FALSE)[number];

/** Text in a query, a boolean or text in a body. */
const Flag = (): PropertyDecorator =>
  applyDecorators(
    IfGiven(),
    Transform(({ value }: { value: unknown }) => (typeof value === 'boolean' ? String(value) : value)),
    IsIn(TRUE_OR_FALSE),
  );

const CourseId = (): PropertyDecorator =>
  ValidateBy({
    name: 'courseId',
    validator: {
      validate: (value) => typeof value === 'string' && ids.parse('crs', value) !== null,
      defaultMessage: buildMessage((each) => `${each}$property must be the id of a course`),
    },
  });

/** Filters of the inbox. `status`, `severity` and `recommendation` accept several values, separated by commas. */
export class NeedsFilter {
  /** `all`: of every status. Default: those of the inbox, which are open and not snoozed. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(STATUS_FILTERS, { each: true })
  status?: StatusFilter[];

  /** Severities, separated by commas: 1 low, 2 info, 3 soon, 4 blocking. In a body also a number, or numbers. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(['1', '2', '3', '4'], { each: true })
  severity?: string[];

  /** Type of signal that reported the need, whether the latest or an earlier one. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  type?: string;

  /** Case does not matter. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  topic?: string;

  /** Name of the site in the signal, or of the worker's site. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  site?: string;

  /** A worker's id (`wrk_…`), external id, e-mail or learner id. */
  @IsOptional()
  @Text()
  @MaxLength(320)
  worker?: string;

  /** Kinds of recommendation, separated by commas. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(RECOMMENDATIONS, { each: true })
  recommendation?: RecommendationKind[];

  /** A course's id: the needs that it is recommended for. */
  @IfGiven()
  @CourseId()
  course?: string;

  /** Name of a worker group: the needs of its workers. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  group?: string;

  /** The key of the data point. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  dedupeKey?: string;

  /** `true`: needs of workers who are not in the directory; `false`: all others. */
  @Flag()
  unknownWorker?: TrueOrFalse;

  /** `true`: needs of sites that the directory does not know; `false`: all others. */
  @Flag()
  unknownSite?: TrueOrFalse;

  /** A day or a time: only those due before it. */
  @IfGiven()
  @DayOrTime()
  dueBefore?: DateText;

  /** A day or a time: only those due then or later. */
  @IfGiven()
  @DayOrTime()
  dueAfter?: DateText;

  /** A day or a time: only those reported then or later, for the last time. */
  @IfGiven()
  @DayOrTime()
  seenSince?: DateText;

  /** A day or a time: only those that were not reported again since. */
  @IfGiven()
  @DayOrTime()
  seenBefore?: DateText;

  /** A day or a time: only those reported then or later for the first time. */
  @IfGiven()
  @DayOrTime()
  firstSeenSince?: DateText;

  /** A day or a time: only those reported before it for the first time. */
  @IfGiven()
  @DayOrTime()
  firstSeenBefore?: DateText;

  /** Prefixes of words: each must be a prefix of a word of the topic, the type, the site or the worker's name. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}

/** The statuses that a filter selects; null: all. */
export function statusesOf({ status }: Pick<NeedsFilter, 'status'>): readonly NeedStatus[] | null {
  if (status === undefined) return INBOX_STATUSES;
  const named = status.filter((value) => value !== 'all');
  return named.length < status.length ? null : named;
}

/** Filters of the inbox, and what is a row of it. */
export class NeedsCountQuery extends NeedsFilter {
  /**
   * `true`: a gap, the needs with the same audience and the same topic, is one row, that of its leader, and matches if
   * one of its needs does. `false`: every need is a row.
   */
  @IsOptional()
  @IsIn(TRUE_OR_FALSE)
  grouped: TrueOrFalse = 'true';
}

/** Filters and order of the inbox. */
export class NeedsExportQuery extends NeedsCountQuery {
  /**
   * `severity`: most severe first, then newest first. `due`: the earliest due date first, and those without one last.
   */
  @IsOptional()
  @IsIn(NEED_SORTS)
  sort: NeedSort = 'severity';
}

export class NeedsQuery extends NeedsExportQuery {
  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** The number of items of a page. */
  @Limit()
  limit: number = 50;
}
