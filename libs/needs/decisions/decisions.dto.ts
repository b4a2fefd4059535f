import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { FutureTime, OptionalText } from '#platform/text';

export const DISMISS_REASONS = ['not_training', 'equivalent_held', 'duplicate', 'wrong_target', 'other'] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

export class DismissBody {
  @IsIn(DISMISS_REASONS)
  reason: DismissReason;

  /** For whoever reads the history. */
  @OptionalText()
  @MaxLength(2_000)
  note?: string | null;

  /** Until then the same data point opens no need. Left out: until a person opens this one again. */
  @IsOptional()
  @FutureTime()
  until?: string | null;
}

export class SnoozeBody {
  /** When the need is back in the inbox; sooner where it becomes more severe. */
  @FutureTime()
  until: string;
}
