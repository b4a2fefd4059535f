import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { NEED_STATUSES, type NeedStatus, RECOMMENDATIONS, type RecommendationKind } from '../need.js';

export const NEED_SORTS = ['severity', 'newest', 'oldest'] as const;
export type NeedSort = (typeof NEED_SORTS)[number];

const list = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value);

/** Filters and order of the inbox. `status`, `severity` and `recommendation` take several values, comma-separated. */
export class NeedsQuery extends PageQuery {
  @IsOptional()
  @Transform(list)
  @IsIn(NEED_STATUSES, { each: true })
  status?: NeedStatus[];

  @IsOptional()
  @Transform(list)
  @IsIn(['1', '2', '3', '4'], { each: true })
  severity?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(100)
  type?: string;

  @IsOptional()
  @IsString()
  @MaxLength(255)
  topic?: string;

  /** Name of the site that the signal named, or of the worker's site. */
  @IsOptional()
  @IsString()
  @MaxLength(255)
  site?: string;

  /** A worker's id (`wrk_…`), external id, e-mail or learner id. */
  @IsOptional()
  @IsString()
  @MaxLength(320)
  worker?: string;

  @IsOptional()
  @Transform(list)
  @IsIn(RECOMMENDATIONS, { each: true })
  recommendation?: RecommendationKind[];

  /** Part of the topic, the type, the site or the worker's name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** `severity`: the most severe first, the newest of them first. */
  @IsOptional()
  @IsIn(NEED_SORTS)
  sort: NeedSort = 'severity';
}
