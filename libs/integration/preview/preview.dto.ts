import { IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import type { Severity } from '#signals';
import type { DifferenceKind } from './compare-needs.js';

export class SignalMapPreviewBody {
  /** The edited map, as it would be saved. */
  @IsObject()
  map: Record<string, unknown>;

  /** The number of days whose signals are replayed. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  days: number = 30;

  /** The number of differences to return. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

/** A need as signals alone would create it. */
export class PreviewedNeed {
  topic: string | null;
  category: string | null;
  /** 4 blocking, 3 soon, 2 info, 1 low. */
  severity: Severity;
  dedupeKey: string;
  /** `resolved`: the source reported later that the condition is over. */
  status: 'open' | 'resolved';
  signalCount: number;
}

/** A need that differs with the edited map. */
export class PreviewItem {
  /** `added`: a separate need, whose signals joined another one before; `removed`: its signals now join another one. */
  change: DifferenceKind;
  /** The signal that opens it. */
  signalId: string;
  /** The actual need of this signal. */
  needId: string | null;
  type: string;
  externalWorkerId: string | null;
  email: string | null;
  learnerId: string | null;
  site: string | null;
  before: PreviewedNeed | null;
  after: PreviewedNeed | null;
}

/**
 * The needs of stored signals with an edited map, compared with the current map. Decisions of people are left out of
 * both.
 */
export class SignalMapPreview {
  /** The number of replayed signals. */
  signals: number;
  /** The start of the replayed period. */
  since: string;
  /** False: the period has more signals, and only the latest were replayed. */
  complete: boolean;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  /** The differences, latest first. */
  items: PreviewItem[];
}
