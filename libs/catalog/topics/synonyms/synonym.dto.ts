import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { CommaSeparated, IfGiven, Text } from '#platform/text';
import { SYNONYM_ORIGINS, SYNONYM_STATUSES, type SynonymOrigin, type SynonymStatus } from './topic-synonym.entity.js';

export class SynonymMeaningBody {
  /** `crs_…`: a course of the library, published or not. The synonym has an effect while the course is published. */
  @IfGiven()
  @Text()
  @Length(1, 100)
  courseId?: string;

  /** A topic without tenant synonyms. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  means?: string;
}

/** A topic that means a course or another topic: exactly one of `courseId` and `means`. */
export class EnterSynonymBody extends SynonymMeaningBody {
  /** Topic as source systems write it. */
  @Text()
  @Length(1, 255)
  topic: string;
}

/** Omitted fields stay unchanged. A new meaning, `courseId` or `means`, replaces the old one. */
export class ChangeSynonymBody extends SynonymMeaningBody {
  /** Topic as source systems write it. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  topic?: string;
}

export class SynonymsQuery extends PageQuery {
  /** One status, or several, comma-separated. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(SYNONYM_STATUSES, { each: true })
  status?: SynonymStatus[];

  /** Whether the synonym was entered, or learned from offers. */
  @IsOptional()
  @IsIn(SYNONYM_ORIGINS)
  origin?: SynonymOrigin;

  /** Only synonyms that mean this course. */
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
