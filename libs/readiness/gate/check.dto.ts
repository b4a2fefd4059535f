import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, Length, MaxLength, ValidateNested } from 'class-validator';
import { Email, IfGiven, OptionalText, Text, Time, Unique } from '#platform/text';

export const MOST_CHECKED = 500;
const MOST_REQUIRED = 50;

/** A person by any key: where several are sent, the first one that names a worker is used. */
export class CheckedWorker {
  @OptionalText()
  @MaxLength(255)
  externalWorkerId?: string | null;

  @OptionalText()
  @Email()
  @MaxLength(320)
  email?: string | null;

  @OptionalText()
  @MaxLength(255)
  learnerId?: string | null;
}

export class CheckBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHECKED)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CheckedWorker)
  workers: CheckedWorker[];

  /** A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
  @IfGiven()
  @Text()
  @Time()
  at?: string;

  /** Name of a site: as if the people stood there. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  site?: string;

  /** Names of credentials that the task needs besides; without a valid one a person is not ready. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_REQUIRED)
  @Unique()
  @Text({ each: true })
  @Length(1, 255, { each: true })
  requires?: string[];
}
