import { IsBoolean } from 'class-validator';
import { WorkerIds } from '#directory';
import { type DateText, FutureDayOrTime, IfGiven, Nested } from '#platform/text';
import { PeopleFilter } from '../board/readiness.query.js';

/** Whom to offer the courses that they lack. Either `workerIds` or `filter` selects the people. */
export class OfferMissingBody {
  /** Workers: `wrk_…`. Instead of `filter`. */
  @WorkerIds()
  workerIds?: string[];

  /** The filters of the board, without `asOf`: selects all people who match while the operation runs. */
  @IfGiven()
  @Nested(() => PeopleFilter)
  filter?: PeopleFilter;

  /** True: nothing is changed, and the response has the expected result. */
  @IfGiven()
  @IsBoolean()
  dryRun?: boolean;

  /**
   * The due date of all assignments, a day or a time. Default: the date of the reason, or of the need's signals, if it
   * is in the future; else by severity.
   */
  @IfGiven()
  @FutureDayOrTime()
  dueAt?: DateText;
}
