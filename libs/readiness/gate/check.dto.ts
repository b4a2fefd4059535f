import { ArrayMaxSize, IsArray, Length } from 'class-validator';
import { WorkerKeysBody } from '#directory';
import { IfGiven, NestedList, Text, Time, Unique } from '#platform/text';

export const MAX_CHECKED = 500;
const MAX_REQUIRED = 50;

export class CheckBody {
  /** The people, by any key. */
  @NestedList(() => WorkerKeysBody, { min: 1, max: MAX_CHECKED })
  workers: WorkerKeysBody[];

  /** A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
  @IfGiven()
  @Text()
  @Time()
  at?: string;

  /** Name of a site: the people are checked as if they were at this site. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  site?: string;

  /** Names of credentials that the task needs besides; without a valid one a person is not ready. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_REQUIRED)
  @Unique()
  @Text({ each: true })
  @Length(1, 255, { each: true })
  requires?: string[];
}
