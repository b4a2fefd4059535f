import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { type DateText, FutureDayOrTime, OptionalText } from '#platform/text';
import { DISMISS_REASONS, type DismissReason } from '../dismiss-reasons.js';

export class DismissBody {
  /** Why the need is dismissed. */
  @IsIn(DISMISS_REASONS)
  reason: DismissReason;

  /** For the history. */
  @OptionalText()
  @MaxLength(2_000)
  note?: string | null;

  /**
   * Until this time, or until this day begins, the same data point opens no need. Default: until a person reopens it.
   */
  @IsOptional()
  @FutureDayOrTime()
  until?: DateText | null;
}

export class SnoozeBody {
  /** The time, or the day at whose beginning the need returns to the inbox; earlier if its severity rises. */
  @FutureDayOrTime()
  until: DateText;
}
