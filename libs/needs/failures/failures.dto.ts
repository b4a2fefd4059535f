import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { IfGiven, Text } from '#platform/text';

export class FailedNeedsQuery extends PageQuery {
  /** Slug; default: all tenants. */
  @IsOptional()
  @Text()
  @MaxLength(63)
  tenant?: string;
}

export class FailedJobsQuery {
  /** Slug; default: all tenants, and jobs of no tenant. */
  @IsOptional()
  @Text()
  @MaxLength(63)
  tenant?: string;
}

/** What to retry; without any field, everything that failed. */
export class RetryBody {
  /** Slug. */
  @IfGiven()
  @Text()
  @MaxLength(63)
  tenant?: string;

  /** Ids from the list. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  ids?: string[];
}

/** A need whose resolution failed. */
export class FailedNeed {
  /** Always `need`. */
  kind: 'need';
  /** Slug. */
  tenant: string;
  /** Identifier with the prefix `need_`. */
  id: string;
  /** Of the signal that created it. */
  type: string;
  /** Attempts since it was last resolved or retried. */
  attempts: number;
  /** The error of the latest attempt. */
  error: string;
  /** `set_aside`: it is not retried until something that affects it changes, or a person retries it. */
  state: 'retrying' | 'set_aside';
  /** Null: it is set aside. */
  nextTryAt: string | null;
  /** When the latest attempt failed. */
  failedAt: string;
}

export class FailedNeedPage {
  items: FailedNeed[];
  nextCursor: string | null;
}

/** A job that failed in all its attempts. */
export class FailedJobView {
  /** Always `job`. */
  kind: 'job';
  /** Queue of the job. */
  queue: string;
  /** Unique within its queue. */
  id: string;
  /** Name of the job. */
  name: string;
  /** Slug; null: a job of no tenant. */
  tenant: string | null;
  /** How often it was tried. */
  attempts: number;
  /** Error of the last attempt. */
  error: string;
  /** When the last attempt failed, in UTC. */
  failedAt: string;
}

export class FailedJobList {
  /** Latest first; each queue keeps its latest thousand. */
  items: FailedJobView[];
}

export class Retried {
  /** How many are retried now. */
  retried: number;
}
