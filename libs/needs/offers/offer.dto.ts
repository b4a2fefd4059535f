import { IsBoolean, IsIn, Length, MaxLength } from 'class-validator';
import { type DateText, FutureDayOrTime, IfGiven, Nested, Text } from '#platform/text';

export const TARGET_KINDS = ['worker', 'group', 'site', 'everyone'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** The people of an offer. */
export class OfferTarget {
  /** Whom the offer is for; all but `everyone` need an `id`. */
  @IsIn(TARGET_KINDS)
  kind: TargetKind;

  /** The id, or a site's or a group's name. Default for a `worker` or `site`: the need's own. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  id?: string;
}

/** An offer: course, people and due date. */
export class OfferBody {
  /** A published course; default: the recommended one. */
  @IfGiven()
  @Text()
  @MaxLength(100)
  courseId?: string;

  /** Default: the need's own worker, or the people of its site. */
  @IfGiven()
  @Nested(() => OfferTarget)
  target?: OfferTarget;

  /**
   * A day, which is due until its end in the tenant's time zone, or a time (ISO 8601). Default: the date in the signal
   * (`expires_at` and the like), or by the need's severity.
   */
  @IfGiven()
  @FutureDayOrTime()
  dueAt?: DateText;

  /** True: nothing is changed, and the response has the eligibility of the people. */
  @IfGiven()
  @IsBoolean()
  dryRun?: boolean;
}
