import { IsInt, Max, Min } from 'class-validator';
import { IfGiven } from '#platform/text';

export class CreateLinkBody {
  /** After how many days the link expires; 30 by default. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(365)
  validDays = 30;
}
