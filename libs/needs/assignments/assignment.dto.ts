import { Length } from 'class-validator';
import { type DateText, DayOrTime, FutureDayOrTime, IfGiven, Text } from '#platform/text';

export class CompleteBody {
  /** A day, which means its beginning in the tenant's time zone, or a time (ISO 8601); default: now. */
  @IfGiven()
  @DayOrTime()
  completedAt?: DateText;
}

export class ExtendBody {
  /** A day, which is due until its end in the tenant's time zone, or a time (ISO 8601). In the future. */
  @FutureDayOrTime()
  dueAt: DateText;
}

export class ReassignBody {
  /** The worker who is to take the course instead (`wrk_…`), who is active and has no open assignment of it. */
  @Text()
  @Length(1, 100)
  workerId: string;
}
