import { IsBoolean } from 'class-validator';
import { IfGiven } from '#platform/text';

export class AuthorBody {
  /** True: nothing is drafted, and the answer says what a draft would cost. */
  @IfGiven()
  @IsBoolean()
  dryRun: boolean = false;

  /** True: a draft is made although a course of the library answers the topic. */
  @IfGiven()
  @IsBoolean()
  force: boolean = false;
}
