import { IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import type { Severity } from '#signals';
import type { NeedChange } from './compare-needs.js';

export class SignalMapPreviewBody {
  /** The edited map, as it would be saved. */
  @IsObject()
  map: Record<string, unknown>;

  /** Signals of so many days are replayed. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  days: number = 30;

  /** How many of the differences are shown. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

/** A need as the signals alone would have made it. */
export class PreviewedNeed {
  topic: string | null;
  category: string | null;
  /** 4 blocking, 3 soon, 2 info, 1 low. */
  severity: Severity;
  dedupeKey: string;
  /** `resolved`: its source said later that the condition is over. */
  status: 'open' | 'resolved';
  signalCount: number;
}

/** A need that the edited map makes another one of. */
export class PreviewItem {
  /**
   * `added`: a need of its own, where its signals joined another one before; `removed`: its signals join another one
   * now.
   */
  change: NeedChange;
  /** The signal that opens it. */
  signalId: string;
  /** The need that this signal belongs to in fact. */
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
 * What stored signals would have become by an edited map, compared with the map of now; what people decided is left out
 * of both.
 */
export class SignalMapPreview {
  /** How many were replayed. */
  signals: number;
  /** The oldest of them is not older. */
  since: string;
  /** False: there were more in these days, and only the latest were replayed. */
  complete: boolean;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  /** The differences, the latest first. */
  items: PreviewItem[];
}
