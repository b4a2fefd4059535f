import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { CommaSeparated, IfGiven, Text } from '#platform/text';
import { SYNONYM_ORIGINS, SYNONYM_STATUSES, type SynonymOrigin, type SynonymStatus } from './topic-synonym.entity.js';

/** "This topic means that course", or "… means that other topic": exactly one of `courseId` and `means`. */
export class EnterSynonymBody {
  @Text()
  @Length(1, 255)
  topic: string;

  /** `crs_…`: a course of the library, published or not; it counts while it is published. */
  @IfGiven()
  @Text()
  @Length(1, 100)
  courseId?: string;

  /** A topic, as it would be written without a word of the tenant's own. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  means?: string;
}

/** What is left out stays as it is; a new meaning, `courseId` or `means`, takes the place of the old one. */
export class ChangeSynonymBody {
  @IfGiven()
  @Text()
  @Length(1, 255)
  topic?: string;

  @IfGiven()
  @Text()
  @Length(1, 100)
  courseId?: string;

  @IfGiven()
  @Text()
  @Length(1, 255)
  means?: string;
}

export class SynonymsQuery extends PageQuery {
  /** One status, or several, comma-separated. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(SYNONYM_STATUSES, { each: true })
  status?: SynonymStatus[];

  @IsOptional()
  @IsIn(SYNONYM_ORIGINS)
  origin?: SynonymOrigin;

  /** Those that mean this course. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  courseId?: string;

  /** Part of the topic. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}
