import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, Length, MaxLength, ValidateNested } from 'class-validator';
import { FutureTime, IfGiven, Text } from '#platform/text';

export const TARGET_KINDS = ['worker', 'group', 'site', 'everyone'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** The people to whom something is offered. */
export class OfferTarget {
  @IsIn(TARGET_KINDS)
  kind: TargetKind;

  /** The id, or a site's or a group's name. Without one a `worker` or `site` is the need's own. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  id?: string;
}

/** What is offered, to whom, until when. */
export class OfferBody {
  /** A published course; the recommended one where it is left out. */
  @IfGiven()
  @Text()
  @MaxLength(100)
  courseId?: string;

  /** Whom the need is for, its worker or the people of its site, where it is left out. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OfferTarget)
  target?: OfferTarget;

  /** ISO 8601; left out: when the signal says (`expires_at` and the like), or by the need's severity. */
  @IfGiven()
  @FutureTime()
  dueAt?: string;

  /** True: nothing is changed, and the answer tells who would be assigned, and who not and why. */
  @IfGiven()
  @IsBoolean()
  dryRun?: boolean;
}
