import { IsBoolean, Length } from 'class-validator';
import { WorkerIds } from '#directory';
import { type DateText, FutureDayOrTime, IfGiven, Nested, Text } from '#platform/text';
import { OfferTarget } from '../offers/offer.dto.js';

const MAX_ID_LENGTH = 100;

/** A course for people without a need. Either `workerIds` or `target` selects the people. */
export class AssignBody {
  /** A published course (`crs_…`). */
  @Text()
  @Length(1, MAX_ID_LENGTH)
  courseId: string;

  /** Workers (`wrk_…`). */
  @WorkerIds()
  workerIds?: string[];

  /** A worker, a group, a site, or everyone; `id` is required, unless it is everyone. */
  @IfGiven()
  @Nested(() => OfferTarget)
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
