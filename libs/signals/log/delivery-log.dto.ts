import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { Text } from '#platform/text';
import { OUTCOMES, type Outcome } from '../record/outcome.js';

export class SignalsQuery extends PageQuery {
  @IsOptional()
  @Text()
  @MaxLength(100)
  type?: string;

  /** `created`: made a need; `joined`: joined an open one; `resolved`: closed it; `nothing_open`: was to close one, and none was open. */
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;
}

/** A signal as it arrived, and what became of it. */
export class SignalView {
  id: string;
  receivedAt: string;
  type: string;
  dedupeKey: string;
  outcome: Outcome;
  /** Null where nothing was open. */
  needId: string | null;
  /** When its need last got its worker, recommendation and people; null: not yet, or no need. */
  resolvedAt: string | null;
  /** The event as it was sent. */
  event: object;
}

export class SignalPage {
  items: SignalView[];
  nextCursor: string | null;
}
