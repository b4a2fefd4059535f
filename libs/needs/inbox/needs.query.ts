import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { Cursor, Limit } from '#platform/http';
import { CommaSeparated, Text } from '#platform/text';
import { NEED_STATUSES, type NeedStatus, RECOMMENDATIONS, type RecommendationKind } from '../need.js';

export const NEED_SORTS = ['severity', 'newest', 'oldest'] as const;
export type NeedSort = (typeof NEED_SORTS)[number];

/** Filters of the inbox. `status`, `severity` and `recommendation` accept several values, separated by commas. */
export class NeedsFilter {
  @IsOptional()
  @CommaSeparated()
  @IsIn(NEED_STATUSES, { each: true })
  status?: NeedStatus[];

  @IsOptional()
  @CommaSeparated()
  @IsIn(['1', '2', '3', '4'], { each: true })
  severity?: string[];

  @IsOptional()
  @Text()
  @MaxLength(100)
  type?: string;

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

  @IsOptional()
  @CommaSeparated()
  @IsIn(RECOMMENDATIONS, { each: true })
  recommendation?: RecommendationKind[];

  /** Prefixes of words: each must be a prefix of a word of the topic, the type, the site or the worker's name. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}

/** Filters and order of the inbox. */
export class NeedsExportQuery extends NeedsFilter {
  /** `severity`: most severe first, then newest first. */
  @IsOptional()
  @IsIn(NEED_SORTS)
  sort: NeedSort = 'severity';

  /**
   * `true`: a gap, the needs with the same audience and the same topic, is one row, that of its leader, and matches if
   * one of its needs does. `false`: every need is a row.
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  grouped: 'true' | 'false' = 'true';
}

export class NeedsQuery extends NeedsExportQuery {
  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** The number of items of a page. */
  @Limit()
  limit: number = 50;
}
