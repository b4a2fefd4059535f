import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { Text } from '#platform/text';
import { SIGNAL_OUTCOMES, type SignalOutcome } from '../record/signal-outcome.js';

export class SignalsQuery extends PageQuery {
  @IsOptional()
  @Text()
  @MaxLength(100)
  type?: string;

  /**
   * `created`: made a need; `joined`: joined an open one; `resolved`: closed it; `nothing_open`: was to close one, and
   * none was open; `completion`: told of a completed training.
   */
  @IsOptional()
  @IsIn(SIGNAL_OUTCOMES)
  outcome?: SignalOutcome;
}

/**
 * How far a completion is. `waiting`: it is applied in a moment. `applied`: what it answers is closed. `known`: it was
 * told before, and changed nothing. `unknown_worker`: it waits until the directory knows the worker. `no_worker`,
 * `no_topic`: it names none, and nothing can follow from it.
 */
export type CompletionStatus = 'waiting' | 'applied' | 'known' | 'unknown_worker' | 'no_worker' | 'no_topic';

/** What became of a completion. */
export class CompletionView {
  status: CompletionStatus;
  /** When the training was completed, as the event says, or when it came. */
  completedAt: string;
  /** The courses of the library that it names. */
  courseIds: string[];
}

/** A signal as it arrived, and what became of it. */
export class SignalView {
  id: string;
  receivedAt: string;
  type: string;
  dedupeKey: string;
  outcome: SignalOutcome;
  /** Null where nothing was open. */
  needId: string | null;
  /** When its need last got its worker, recommendation and people; null: not yet, or no need. */
  resolvedAt: string | null;
  /** Of a `completion`; null for all others. */
  completion: CompletionView | null;
  /** The event as it was sent. */
  event: object;
}

export class SignalPage {
  items: SignalView[];
  nextCursor: string | null;
}
