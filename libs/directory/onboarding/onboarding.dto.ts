import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { Cursor, Limit } from '#platform/http';
import { type DateText, DayOrTime, IfGiven, OptionalText, Text } from '#platform/text';
import { WorkerItemsFilter, WorkerKeysBody } from '../workers/worker-keys.dto.js';

export class CreateOnboardingStepBody extends WorkerKeysBody {
  /** "Sign the safety policy". Names that differ only in case or white space are the same step. */
  @Text()
  @Length(1, 255)
  step: string;

  /** A day of the tenant's time zone (`2026-12-01`), or a time (ISO 8601). Null: not done yet. */
  @OptionalText()
  @DayOrTime()
  doneAt?: DateText | null;
}

/** Omitted fields keep their values; `doneAt: null` means that the step is not done. */
export class ChangeOnboardingStepBody {
  /** Name of the step. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  step?: string;

  /** When it was done: a day, or an instant. Null: it is open. */
  @OptionalText()
  @DayOrTime()
  doneAt?: DateText | null;
}

export class OnboardingQuery extends WorkerItemsFilter {
  /** Name of the step. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  step?: string;

  /** `true`: only steps that are done; `false`: only open ones. */
  @IsOptional()
  @IsIn(['true', 'false'])
  done?: 'true' | 'false';

  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** The number of items of a page. */
  @Limit()
  limit: number = 50;
}
