import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { Cursor, Limit } from '#platform/http';
import { IfGiven, OptionalText, Text } from '#platform/text';
import { WorkerKeysBody } from './worker-keys.dto.js';

export const MAX_GROUPS = 50;

/** `site` and `groups` are names; unknown ones are created. */
export class WorkerDetailsBody extends WorkerKeysBody {
  /** Name of the worker's site, which is created on first use; null: none. */
  @OptionalText()
  @MaxLength(255)
  site?: string | null;

  /** The worker's job: "Rigger". */
  @OptionalText()
  @MaxLength(200)
  role?: string | null;

  /** Names of the worker's groups, which are created on first use. */
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

/** One of the three keys is required. `site` and `groups` are names; unknown ones are created. */
export class CreateWorkerBody extends WorkerDetailsBody {
  /** Name of the worker. */
  @Text()
  @Length(1, 200)
  name: string;
}

/** Omitted fields keep their values; null clears a field. `groups` replaces all groups. */
export class ChangeWorkerBody extends WorkerDetailsBody {
  /** Name of the worker. */
  @IfGiven()
  @Text()
  @Length(1, 200)
  name?: string;
}

/** Filters of the workers. */
export class WorkersFilter {
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

  /** `true`: only workers who are there; `false`: only those who left. */
  @IsOptional()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';

  /** Part of the name, the e-mail address or the external id. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}

export class WorkersQuery extends WorkersFilter {
  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** The number of items of a page. */
  @Limit()
  limit: number = 50;
}

export class RemoveWorkerQuery {
  /** Also erases personal data from all records. */
  @IsOptional()
  @IsIn(['true', 'false'])
  erase?: 'true' | 'false';
}
