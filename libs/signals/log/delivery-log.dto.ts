import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { Text } from '#platform/text';

export class SignalsQuery extends PageQuery {
  @IsOptional()
  @Text()
  @MaxLength(100)
  type?: string;

  /** `created`: made a need; `joined`: joined an open one. */
  @IsOptional()
  @IsIn(['created', 'joined'])
  outcome?: 'created' | 'joined';
}

/** A signal as it arrived, and what became of it. */
export class SignalView {
  id: string;
  receivedAt: string;
  type: string;
  dedupeKey: string;
  outcome: 'created' | 'joined';
  needId: string;
  /** When its need last got its worker, recommendation and people; null: not yet. */
  resolvedAt: string | null;
  /** The event as it was sent. */
  event: object;
}

export class SignalPage {
  items: SignalView[];
  nextCursor: string | null;
}
