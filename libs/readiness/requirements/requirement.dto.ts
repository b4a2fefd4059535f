import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  buildMessage,
} from 'class-validator';
import { PageQuery } from '#platform/http';
import { IfGiven, Nested, OptionalText, Text } from '#platform/text';
import { AUDIENCE_KINDS, type AudienceKind } from '../rule/facts.js';
import { isCalendarDay } from '../rule/calendar.js';

const Day = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: isCalendarDay,
      defaultMessage: buildMessage((each) => `${each}$property must be a day, such as 2027-01-31`),
    },
  });

/** Whom a requirement is for. */
export class AudienceBody {
  /** Whom the requirement applies to; all but `everyone` need a `name`. */
  @IsIn(AUDIENCE_KINDS)
  kind: AudienceKind;

  /** Name of the site or the group, or the role. Left out for everyone. */
  @OptionalText()
  @MaxLength(255)
  name?: string | null;
}

/** The fields of a requirement in a body that creates or changes one. */
export class RequirementFields {
  /** Name of a credential. Names that differ in case or spaces only are the same one. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  credential?: string;

  /** `crs_…`: a course of the library. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  courseId?: string;

  /** Of the reasons that it makes, in the place of the policy's. Null: the policy's. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(4)
  severity?: number | null;

  /** For how many days a completion counts. Null: for ever. Only for a course. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(36_500)
  validDays?: number | null;

  /** Within so many days of its beginning, or the worker's, its reason has severity 2 at most. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(3_650)
  graceDays?: number;

  /** The day from which it holds. Null: from its creation on. */
  @OptionalText()
  @Day()
  from?: string | null;
}

/** Exactly one of `credential` and `courseId` is required. */
export class CreateRequirementBody extends RequirementFields {
  /** Whom the requirement applies to. */
  @Nested(() => AudienceBody)
  appliesTo: AudienceBody;
}

/**
 * Fields that are left out keep their values. A new credential replaces the course, and a new course the credential.
 */
export class ChangeRequirementBody extends RequirementFields {
  /** Whom the requirement applies to. */
  @IfGiven()
  @Nested(() => AudienceBody)
  appliesTo?: AudienceBody;
}

export class RequirementsQuery extends PageQuery {
  /** Kind of the audience. */
  @IsOptional()
  @IsIn(AUDIENCE_KINDS)
  appliesTo?: AudienceKind;

  /** Name of the site. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  site?: string;

  /** Name of the group. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  group?: string;

  /** Role of workers that the requirement applies to. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  role?: string;

  /** Name of the credential. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  credential?: string;

  /** The required course: `crs_…`. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  courseId?: string;

  /** Part of the credential, the course's title, the role, or the name of the site or the group. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}

export class DryRunQuery {
  /** Answers whom the change would affect, and stores nothing. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    ['', 'true', '1'].some((yes) => yes === value) ? true : ['false', '0'].some((no) => no === value) ? false : value,
  )
  @IsBoolean()
  dryRun?: boolean;
}
