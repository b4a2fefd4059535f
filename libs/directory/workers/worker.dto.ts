import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { Email, IfGiven, OptionalText, Text } from '#platform/text';

export const MAX_GROUPS = 50;

/** One of the three keys is required. `site` and `groups` are names; unknown ones are created. */
export class CreateWorkerBody {
  /** The worker's id in the systems that send signals; tried first. */
  @OptionalText()
  @MaxLength(255)
  externalWorkerId?: string | null;

  /** Stored in lower case; tried second. */
  @OptionalText()
  @Email()
  @MaxLength(320)
  email?: string | null;

  /** The worker's id in the learning platform; tried last. */
  @OptionalText()
  @MaxLength(255)
  learnerId?: string | null;

  @Text()
  @Length(1, 200)
  name: string;

  @OptionalText()
  @MaxLength(255)
  site?: string | null;

  /** The worker's job: "Rigger". */
  @OptionalText()
  @MaxLength(200)
  role?: string | null;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_GROUPS)
  @Text({ each: true })
  @Length(1, 255, { each: true })
  groups?: string[];

  /** False: the worker has left, and does not count anywhere. */
  @IfGiven()
  @IsBoolean()
  active?: boolean;
}

/** Omitted fields keep their values; null clears a field. `groups` replaces all groups. */
export class ChangeWorkerBody {
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

  @IfGiven()
  @Text()
  @Length(1, 200)
  name?: string;

  @OptionalText()
  @MaxLength(255)
  site?: string | null;

  @OptionalText()
  @MaxLength(200)
  role?: string | null;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_GROUPS)
  @Text({ each: true })
  @Length(1, 255, { each: true })
  groups?: string[];

  @IfGiven()
  @IsBoolean()
  active?: boolean;
}

export class WorkersQuery extends PageQuery {
  /** Name of the site. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  site?: string;

  /** Name of a group. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  group?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';

  /** Part of the name, the e-mail address or the external id. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}
