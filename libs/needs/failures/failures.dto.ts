import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { Text } from '#platform/text';

export class FailedNeedsQuery extends PageQuery {
  /** Slug; all tenants without it. */
  @IsOptional()
  @Text()
  @MaxLength(63)
  tenant?: string;
}

export class FailedJobsQuery {
  /** Slug; all tenants, and jobs of none, without it. */
  @IsOptional()
  @Text()
  @MaxLength(63)
  tenant?: string;
}

/** What to retry; without any field everything that failed. */
export class RetryBody {
  /** Slug. */
  @IsOptional()
  @Text()
  @MaxLength(63)
  tenant?: string;

  /** Ids as the list shows them. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  ids?: string[];
}

/** A need that could not be resolved. */
export class FailedNeed {
  kind: 'need';
  /** Slug. */
  tenant: string;
  id: string;
  /** Of the signal that made it. */
  type: string;
  /** Tries since it last was resolved or retried. */
  attempts: number;
  /** Why the latest try failed. */
  error: string;
  /** `set_aside`: it is not tried again until something that matters to it changes, or it is retried. */
  state: 'retrying' | 'set_aside';
  /** Null: it is set aside. */
  nextTryAt: string | null;
  /** When the latest try failed. */
  failedAt: string;
}

export class FailedNeedPage {
  items: FailedNeed[];
  nextCursor: string | null;
}

/** A job that failed as often as it is tried. */
export class FailedJobView {
  kind: 'job';
  queue: string;
  /** Unique within its queue. */
  id: string;
  name: string;
  /** Slug; null: a job of no tenant. */
  tenant: string | null;
  attempts: number;
  error: string;
  failedAt: string;
}

export class FailedJobList {
  /** The latest first; each queue keeps its latest thousand. */
  items: FailedJobView[];
}

export class Retried {
  /** How many are tried again now. */
  retried: number;
}
