import type { DateText } from '#platform/text';

/** Offers that are made together. */
export interface PlannedOffers {
  readonly offers: readonly PlannedOffer[];
  /** The earliest time of a valid completion, ISO 8601. */
  readonly validSince: string;
}

/** An offer: the course and the due date. */
export interface PlannedOffer {
  /** Null: it is made without a need. */
  readonly needId: string | null;
  readonly courseId: string;
  readonly dueAt: DateText;
  readonly topic: string | null;
  /** Without a need: the expiry of the credential that the course renews, ISO 8601. Only a newer one is valid. */
  readonly renews?: string | null;
}
