import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type DateText, FutureDayOrTime, IfGiven, Unique } from '#platform/text';
import { PeopleFilter } from '../board/readiness.query.js';

const MOST_NAMED = 500;
const LONGEST_ID = 100;

/** Whom to offer the courses that they lack. Either `workerIds` or `filter` selects the people. */
export class OfferMissingBody {
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_NAMED)
  @Unique()
  @IsString({ each: true })
  @MaxLength(LONGEST_ID, { each: true })
  workerIds?: string[];

  /** The filters of the board, without `asOf`: selects all people who match while the operation runs. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => PeopleFilter)
  filter?: PeopleFilter;

  /** True: nothing is changed, and the response has the expected result. */
  @IfGiven()
  @IsBoolean()
  dryRun?: boolean;

  /**
   * The due date of all assignments, a day or a time. Default: the date of the reason, or of the need's signals, if it is
   * in the future; else by severity.
   */
  @IfGiven()
  @FutureDayOrTime()
  dueAt?: DateText;
}
