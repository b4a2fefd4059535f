import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { DayOrTime, IfGiven, Text } from '#platform/text';

/** Exactly one of `requirementId`, `credential` and `needId` says what the worker is exempted from. */
export class CreateWaiverBody {
  /** `wrk_…` */
  @Text()
  @Length(1, 100)
  workerId: string;

  /** `req_…` */
  @IfGiven()
  @Text()
  @Length(1, 100)
  requirementId?: string;

  /** Name of a credential that the worker holds, or that a requirement names. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  credential?: string;

  /** `need_…`: a need of the worker, or of their site. */
  @IfGiven()
  @Text()
  @Length(1, 100)
  needId?: string;

  /** Its last day in the tenant's time zone, or the instant at which it ends. In the future. */
  @Text()
  @DayOrTime()
  until: string;

  /** Why. */
  @Text()
  @Length(1, 2_000)
  note: string;
}

export class WaiversQuery extends PageQuery {
  /** A worker's id (`wrk_…`), external id, e-mail or learner id. */
  @IsOptional()
  @Text()
  @MaxLength(320)
  worker?: string;

  /** `true`: waivers that hold; `false`: those that are over. */
  @IsOptional()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';
}
