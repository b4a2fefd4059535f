import type { EntryKind } from './authoring-entry.entity.js';

export class DraftUsage {
  /** Drafts that the plan allows in a month. */
  limit: number;
  /** Drafts of the month that became ready. */
  used: number;
  /** Drafts that are being written: they count until they are ready, fail or are cancelled. */
  reserved: number;
  /** Drafts that can still be started this month. */
  left: number;
}

export class TokenUsage {
  /** Tokens that the plan allows in a month. */
  limit: number;
  /** Tokens that were used this month. */
  used: number;
}

/** What the tenant has drafted in a calendar month, and what its plan allows. */
export class AuthoringUsage {
  /** The tenant's plan: `free`, `team` or `business`. */
  plan: string;
  /** The calendar month (UTC): `2026-11`. */
  month: string;
  /** Drafts of the month. */
  drafts: DraftUsage;
  /** Tokens of the month that models have used. */
  tokens: TokenUsage;
  /** When the next month begins. */
  resetsAt: string;
}

/** An entry of the ledger: what was reserved, charged or given back for a draft, or charged for judging topics. */
export class LedgerEntry {
  /** Identifier with the prefix `led_`. */
  id: string;
  /** Draft that the entry is for: `drf_…`. Null for `judged`: the model was asked which courses answer topics. */
  draftId: string | null;
  /** Whether drafts and tokens were reserved, settled or released, or a model judged topics. */
  kind: EntryKind;
  /** `2026-11`. */
  month: string;
  /** Drafts that this entry reserves, charges or gives back. */
  drafts: number;
  /**
   * Estimated for `reserved`; else those that were used. Negative for `judged` where fewer were used than charged
   * before.
   */
  tokens: number;
  createdAt: string;
}

export class LedgerPage {
  items: LedgerEntry[];
  nextCursor: string | null;
}
