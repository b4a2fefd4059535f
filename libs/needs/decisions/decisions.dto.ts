import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { FutureTime, OptionalText } from '#platform/text';
import { DISMISS_REASONS, type DismissReason } from '../dismiss-reasons.js';

export class DismissBody {
  /** Why the need is dismissed. */
  @IsIn(DISMISS_REASONS)
  reason: DismissReason;

  /** For the history. */
  @OptionalText()
  @MaxLength(2_000)
  note?: string | null;

  /** Until then the same data point opens no need. Default: until a person reopens this one. */
  @IsOptional()
  @FutureTime()
  until?: string | null;
}

export class SnoozeBody {
  /** When the need returns to the inbox; earlier if its severity rises. */
  @FutureTime()
  until: string;
}
