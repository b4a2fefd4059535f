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
  /** Topic of the need; null: none. */
  topic: string | null;
  /** Category of the need; null: none. */
  category: string | null;
  /** 4 blocking, 3 soon, 2 info, 1 low. */
  severity: Severity;
  /** Key of the data point. */
  dedupeKey: string;
  /** `resolved`: the source reported later that the condition is over. */
  status: 'open' | 'resolved';
  /** Number of signals that the need would have. */
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
  /** Type of the signal: `near_miss`. */
  type: string;
  externalWorkerId: string | null;
  /** E-mail address of the worker in the signal; null: none. */
  email: string | null;
  learnerId: string | null;
  /** Name of the site in the signal; null: none. */
  site: string | null;
  /** Need under the stored map; null: none. */
  before: PreviewedNeed | null;
  /** Need under the sent map; null: none. */
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
  /** Number of needs that only the sent map would create. */
  added: number;
  /** Number of needs that the sent map would create otherwise. */
  changed: number;
  /** Number of needs that only the stored map creates. */
  removed: number;
  /** Number of needs that both maps create alike. */
  unchanged: number;
  /** The differences, latest first. */
  items: PreviewItem[];
}
