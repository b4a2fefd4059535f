import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type DateText, FutureDayOrTime, IfGiven, Text, Unique } from '#platform/text';
import { OfferTarget } from '../offers/offer.dto.js';

const MOST_NAMED = 500;
const LONGEST_ID = 100;

/** A course for people without a need. Either `workerIds` or `target` selects the people. */
export class AssignBody {
  /** A published course (`crs_…`). */
  @Text()
  @Length(1, LONGEST_ID)
  courseId: string;

  /** Workers (`wrk_…`). */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_NAMED)
  @Unique()
  @IsString({ each: true })
  @MaxLength(LONGEST_ID, { each: true })
  workerIds?: string[];

  /** A worker, a group, a site, or everyone; `id` is required, unless it is everyone. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OfferTarget)
  target?: OfferTarget;

  /**
   * A day, which is due until its end in the tenant's time zone, or a time (ISO 8601). Default: in 30 days.
   */
  @IfGiven()
  @FutureDayOrTime()
  dueAt?: DateText;

  /** True: nothing is changed, and the response has the eligibility of the people. */
  @IfGiven()
  @IsBoolean()
  dryRun?: boolean;
}
