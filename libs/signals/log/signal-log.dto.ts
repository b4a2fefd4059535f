import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { type DateText, DayOrTime, IfGiven, Text } from '#platform/text';
import { SIGNAL_OUTCOMES, type SignalOutcome } from '../record/signal-outcome.js';

export class SignalsQuery extends PageQuery {
  /** Type of the signal: `near_miss`. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  type?: string;

  /**
   * `created`: created a need; `joined`: joined an open one; `resolved`: closed it; `nothing_open`: closes a need, but
   * none was open; `completion`: reports a completed training.
   */
  @IsOptional()
  @IsIn(SIGNAL_OUTCOMES)
  outcome?: SignalOutcome;

  /** A worker's id (`wrk_…`), external id, e-mail or learner id. */
  @IfGiven()
  @Text()
  @Length(1, 320)
  worker?: string;

  /** The key of the data point. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  dedupeKey?: string;

  /** Name of the site in the signal. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  site?: string;

  /** A day or a time: only those received then or later. */
  @IfGiven()
  @DayOrTime()
  since?: DateText;

  /** A day or a time: only those received before it. */
  @IfGiven()
  @DayOrTime()
  until?: DateText;
}

/**
 * The state of a completion. `waiting`: it is applied in a moment. `applied`: the needs that it answers are closed.
 * `known`: it was reported before, and changed nothing. `unknown_worker`: it waits until the directory has the worker.
 * `no_worker`, `no_topic`: it names none, and has no effect.
 */
export type CompletionStatus = 'waiting' | 'applied' | 'known' | 'unknown_worker' | 'no_worker' | 'no_topic';

/** The result of a completion. */
export class CompletionView {
  /** Whether the completion has been applied, and if not, why. */
  status: CompletionStatus;
  /** When the training was completed according to the event, else when the event arrived. */
  completedAt: string;
  /** The matching courses of the library. */
  courseIds: string[];
}

/** A field of an event whose name looks like a slip of a known one. */
export class SignalWarning {
  /** Path of the field: `data.topik`. */
  field: string;
  /** What the name is probably meant to be, in words. */
  message: string;
}

/** A signal as received, and its result. */
export class SignalView {
  /** Identifier with the prefix `sig_`. */
  id: string;
  /** When the signal arrived, in UTC. */
  receivedAt: string;
  /** Type of the signal: `near_miss`. */
  type: string;
  /** Key of the data point. */
  dedupeKey: string;
  /** What the signal did. */
  outcome: SignalOutcome;
  /** Null if no need was open. */
  needId: string | null;
  /** When its need last got its worker, recommendation and people; null: not yet, or no need. */
  resolvedAt: string | null;
  /** Of a `completion`; null for all others. */
  completion: CompletionView | null;
  /** Fields whose names look like slips of known ones. */
  warnings: SignalWarning[];
  /** The event as it was sent. */
  event: object;
}

export class SignalPage {
  items: SignalView[];
  nextCursor: string | null;
}
